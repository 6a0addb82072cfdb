import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { tellAfterCommit } from '@/lib/live';
import { parseAmount } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { passOn } from '@/lib/payments/apply-payment';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { refuseOwnWallet } from '@/lib/wallet/refuse-own-wallet';

export const confirmDirectPaymentInput = z.object({
  paymentId: z.string(),
  /** What has really come, in any locale's form. */
  amount: z.string().max(60),
});

/**
 * The tick: the operator saw the money. It is posted, and the order goes on, or waits with `underpaid` or `overpaid`
 * for a decision. Money for an order that was given up is kept as late. A top-up is credited with what really came.
 * Throws `invalid_input` (field `amount`), `not_found`, `payment_decided` where it was confirmed or crossed out before,
 * `second_person` where it is for his own wallet.
 */
export async function confirmDirectPayment({
  actor,
  ...input
}: z.input<typeof confirmDirectPaymentInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { paymentId, amount } = parseInput(confirmDirectPaymentInput, input);
  await refuseOwnWallet(actor, paymentId);
  const scale = await scaleOf(paymentId);
  const parsed = parseAmount(amount, scale);
  if (!parsed.ok || parsed.units === 0n)
    return fail('invalid_input', { fields: { amount: { key: amount.trim() ? 'amount' : 'required' } } });
  await inTransaction((tx) => settleDirectPayment(tx, { paymentId, receivedUnits: parsed.units, mover }));
}

/**
 * The same inside a transaction of the caller's. `paid` is final: whoever comes second is told.
 * @returns the payment as it stands now.
 */
export async function settleDirectPayment(
  tx: Tx,
  { paymentId, receivedUnits, mover }: { paymentId: string; receivedUnits: bigint; mover: Mover },
): Promise<PaymentRow> {
  const payment = await loadPayment(tx, paymentId, { lock: true });
  if (payment?.systemCode !== 'direct') return fail('not_found');
  if (payment.status === 'paid' || payment.status === 'refused')
    return fail('payment_decided', { params: { by: payment.confirmedBy ?? '' } });
  const paidAt = now();
  await tx.query(
    `UPDATE payments SET status = 'paid', received_units = $2, paid_at = $3, confirmed_by = $4, next_poll_at = NULL
     WHERE id = $1`,
    [paymentId, receivedUnits, paidAt, mover.name],
  );
  const paid: PaymentRow = { ...payment, status: 'paid', receivedUnits, paidAt, confirmedBy: mover.name };
  tellAfterCommit(tx, 'desk');
  await passOn(tx, paid, mover);
  return paid;
}

async function scaleOf(paymentId: string): Promise<number> {
  const [asset] = await query<{ scale: number }>(
    'SELECT a.scale FROM payments p JOIN assets a ON a.code = p.asset_code WHERE p.id = $1',
    [paymentId],
  );
  return asset?.scale ?? fail('not_found');
}
