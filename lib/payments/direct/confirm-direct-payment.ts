import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { tellAfterCommit } from '@/lib/live';
import { formatUnits, parseAmount } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';
import { passOn } from '@/lib/payments/apply-payment';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { refuseOwnMoney } from '@/lib/wallet/refuse-own-money';

export const confirmDirectPaymentInput = z.object({
  paymentId: z.string(),
  /** What has really come, in any locale's form. */
  amount: z.string().max(60),
  /** Said on purpose, by whoever sees that it was crossed out: the money has come after all. */
  afterCross: z.literal('on').optional(),
});

/**
 * The tick: the operator saw the money. It is posted, and the order goes on, or waits with `underpaid` or `overpaid`
 * for a decision. Money for an order that was given up is kept as late. A top-up is credited with what really came.
 * What was crossed out is confirmed only with `afterCross`: a tick on a page from before the cross is refused.
 * Throws `invalid_input` (field `amount`), `not_found`, `payment_decided` where it was confirmed or crossed out before,
 * `second_person` where it is for his own wallet, `own_order`.
 */
export async function confirmDirectPayment({
  actor,
  ...input
}: z.input<typeof confirmDirectPaymentInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { paymentId, amount, afterCross } = parseInput(confirmDirectPaymentInput, input);
  await refuseOwnMoney(actor, paymentId);
  const scale = await scaleOf(paymentId);
  const parsed = parseAmount(amount, scale);
  if (!parsed.ok || parsed.units === 0n)
    return fail('invalid_input', { fields: { amount: { key: amount.trim() ? 'amount' : 'required' } } });
  const settled = { paymentId, receivedUnits: parsed.units, mover, afterCross: afterCross === 'on' };
  await inTransaction((tx) => settleDirectPayment(tx, { ...settled, actor }));
}

type Settling = {
  paymentId: string;
  receivedUnits: bigint;
  mover: Mover;
  actor: Actor;
  /** It counts though it was crossed out. */
  afterCross: boolean;
};

/**
 * The same inside a transaction of the caller's. `paid` is final: whoever comes second is told.
 * @returns the payment as it stands now.
 */
export async function settleDirectPayment(
  tx: Tx,
  { paymentId, receivedUnits, mover, actor, afterCross }: Settling,
): Promise<PaymentRow> {
  const payment = await loadPayment(tx, paymentId, { lock: true });
  if (payment?.systemCode !== 'direct') return fail('not_found');
  const isCrossed = payment.status === 'refused';
  if (payment.status === 'paid' || (isCrossed && !afterCross))
    return fail('payment_decided', { params: { by: payment.confirmedBy ?? '' } });
  const paidAt = now();
  await tx.query(
    `UPDATE payments SET status = 'paid', received_units = $2, paid_at = $3, confirmed_by = $4, next_poll_at = NULL,
       reason = NULL WHERE id = $1`,
    [paymentId, receivedUnits, paidAt, mover.name],
  );
  if (isCrossed) await auditTurn(tx, actor, payment, receivedUnits);
  const decided = { receivedUnits, paidAt, confirmedBy: mover.name, reason: null };
  const paid: PaymentRow = { ...payment, status: 'paid', ...decided };
  tellAfterCommit(tx, 'desk');
  await passOn(tx, paid, mover);
  return paid;
}

/** Who had crossed it out and why is on the payment no more: it is kept here. */
async function auditTurn(
  tx: Tx,
  actor: Actor,
  { id, status, reason, confirmedBy, assetCode }: PaymentRow,
  receivedUnits: bigint,
): Promise<void> {
  const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [assetCode]);
  await audit(tx, {
    actor,
    action: 'payment.after_cross',
    subject: id,
    before: { status, reason, by: confirmedBy },
    after: { status: 'paid', amount: formatUnits(receivedUnits, scale), asset: assetCode },
  });
}

async function scaleOf(paymentId: string): Promise<number> {
  const [asset] = await query<{ scale: number }>(
    'SELECT a.scale FROM payments p JOIN assets a ON a.code = p.asset_code WHERE p.id = $1',
    [paymentId],
  );
  return asset?.scale ?? fail('not_found');
}
