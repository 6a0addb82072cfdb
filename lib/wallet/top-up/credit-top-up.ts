import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { ledgerActor } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { houseAccount, reserveAccount, walletAccount } from '@/lib/ledger/accounts';
import { formatUnits } from '@/lib/money';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { postWallet } from '@/lib/wallet/post-wallet';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { topUpFee } from '@/lib/wallet/top-up/top-up-fee';
import { tellCredited } from '@/lib/wallet/top-up/top-up-letters';
import { lockTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';

/**
 * Money of a top-up has come: what really came reaches the wallet, less the fee by the terms of the day it was made,
 * in the caller's transaction, which has locked the payment and set it `paid`. Whatever became of the top-up meanwhile
 * (expired, given up, declined), money that came is the customer's; each payment is credited once, by its key.
 */
export async function creditTopUp(
  tx: Tx,
  { payment, mover }: { payment: PaymentRow; mover: Mover },
): Promise<void> {
  if (payment.status !== 'paid' || payment.receivedUnits === null)
    throw new Error(`the payment ${payment.id} is not paid`);
  const topUp = await lockTopUp(tx, payment.subjectId);
  if (topUp.assetCode !== payment.assetCode) throw new Error(`${payment.id} is no money of ${topUp.id}`);
  const feeUnits = topUpFee(payment.receivedUnits, topUp);
  const creditedUnits = payment.receivedUnits - feeUnits;
  const method = await tx.one<{ code: string; scale: number }>(
    'SELECT m.code, a.scale FROM payment_methods m JOIN assets a ON a.code = m.asset_code WHERE m.id = $1',
    [payment.methodId],
  );
  await keep(tx, topUp, { feeUnits, creditedUnits, by: mover.name });
  const fee = feeUnits > 0n ? { fee: formatUnits(feeUnits, method.scale) } : {};
  const input = transfer(topUp, payment, { feeUnits, creditedUnits, actor: ledgerActor(mover) });
  const { transferId } = await postWallet(tx, input, () => ({
    kind: 'top_up',
    details: { method: method.code, ...fee },
  }));
  await tellCredited(tx, topUp, { paymentId: payment.id, transferId, feeUnits });
  tellTopUp(tx, topUp);
}

type Credit = { feeUnits: bigint; creditedUnits: bigint };

/** Several payments of one top-up add up: the first page ran out, a second was made, and both were paid. */
async function keep(
  tx: Tx,
  { id, status, feeUnits: told }: TopUpRow,
  { feeUnits, creditedUnits, by }: Credit & { by: string },
): Promise<void> {
  await tx.query(
    `UPDATE top_ups SET status = 'credited', credited_units = coalesce(credited_units, 0) + $2, fee_units = $3,
       decided_at = $4, decided_by = $5, reason = NULL WHERE id = $1`,
    [id, creditedUnits, status === 'credited' ? told + feeUnits : feeUnits, now(), by],
    'top_up_credited',
  );
}

function transfer(
  { id, userId, assetCode }: TopUpRow,
  { id: paymentId, methodId, systemFeeUnits, receivedUnits }: PaymentRow,
  { feeUnits, creditedUnits, actor }: Credit & { actor: string },
) {
  const received = receivedUnits ?? 0n;
  return {
    key: `payment:${paymentId}:topup`,
    kind: 'top_up',
    subject: id,
    actor,
    postings: [
      { account: reserveAccount(methodId, assetCode), amountUnits: received - systemFeeUnits },
      { account: houseAccount('system_cost', assetCode), amountUnits: systemFeeUnits },
      { account: houseAccount('income_fee', assetCode), amountUnits: -feeUnits },
      { account: walletAccount(userId, assetCode), amountUnits: -creditedUnits },
    ],
  };
}
