import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { paymentSystemMover } from '@/lib/exchange/mover';
import { receivePayment } from '@/lib/exchange/receive-payment';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';
import { assertWalletDay } from '@/lib/wallet/wallet-day';

type Taking = {
  /** Locked, or made in this transaction; not paid. */
  payment: PaymentRow;
  /** Whose wallet pays; that it may was checked. */
  userId: string;
  /** What is paid for is made in the same transaction. */
  isNew?: boolean;
};

/**
 * Pays what a payment asks for out of a wallet, and passes it on to what it is for; all in the caller's transaction.
 * Throws `ledger_overdraft` where the wallet has less (lib/wallet/wallet-shortage.ts tells it), `wallet_day_limit`.
 */
export async function takeFromWallet(tx: Tx, { payment, userId, isNew = false }: Taking): Promise<void> {
  if (payment.subjectKind !== 'order') throw new Error(`no wallet pays for a ${payment.subjectKind} yet`);
  const paid = await tx.one<PaymentRow>(
    `UPDATE payments p SET status = 'paid', received_units = amount_units, paid_at = $2, started_at = $2,
       next_poll_at = NULL, reason = NULL
     WHERE id = $1 AND status <> 'paid' RETURNING ${paymentColumnsOf('p')}`,
    [payment.id, now()],
  );
  await receivePayment(tx, { payment: paid, mover: paymentSystemMover(payment.systemCode), isNew });
  // After the posting: the wallet is locked, so that of several at once each counts those before it.
  await assertWalletDay(tx, { userId, asset: payment.assetCode, what: 'spend' });
}
