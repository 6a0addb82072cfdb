import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { findMove } from '@/lib/exchange/find-move';
import { lockOrder } from '@/lib/exchange/lock-order';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { lockPayments } from '@/lib/exchange/open-payment';
import { releaseAndCancelWithin } from '@/lib/exchange/release-and-cancel';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { longText } from '@/lib/text';
import { declineTopUp } from '@/lib/wallet/top-up/decline-top-up';

export const refuseDirectPaymentInput = z.object({ paymentId: z.string(), reason: longText(1000) });

/**
 * The cross: the money has not come. The record leaves the list, with the reason, and an order that nothing was paid
 * for is canceled with it (letter U4), in one transaction: an order that somebody else holds keeps its payment too. If
 * an order has a part of its money already, or went on by another payment, only the payment is crossed out. A top-up
 * is declined with it (letter top_up_declined).
 * Throws `invalid_input` (field `reason`), `not_found`, `payment_decided`, `order_held`.
 */
export async function refuseDirectPayment({
  actor,
  ...input
}: z.input<typeof refuseDirectPaymentInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { paymentId, reason } = parseInput(refuseDirectPaymentInput, input);
  await inTransaction(async (tx) => {
    const payment = await lockDirectPayment(tx, paymentId);
    await tx.query(
      `UPDATE payments SET status = 'refused', reason = $2, confirmed_by = $3, next_poll_at = NULL WHERE id = $1`,
      [paymentId, reason, mover.name],
    );
    tellAfterCommit(tx, 'desk');
    if (payment.subjectKind === 'order') await cancelUnpaid(tx, payment.subjectId, reason, mover);
    if (payment.subjectKind === 'topup')
      await declineTopUp(tx, { topUpId: payment.subjectId, reason, mover });
  });
}

/** With all payments of its order, in the order in which everybody locks them. */
async function lockDirectPayment(tx: Tx, paymentId: string): Promise<PaymentRow> {
  const named = await loadPayment(tx, paymentId);
  if (named?.systemCode !== 'direct') return fail('not_found');
  if (named.subjectKind === 'order') await lockPayments(tx, named.subjectId);
  const payment = (await loadPayment(tx, paymentId, { lock: true })) ?? fail('not_found');
  if (payment.status === 'paid' || payment.status === 'refused')
    return fail('payment_decided', { params: { by: payment.confirmedBy ?? '' } });
  return payment;
}

async function cancelUnpaid(tx: Tx, orderId: string, reason: string, mover: Mover): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order.receivedUnits > 0n || !findMove('cancel', order, mover.kind)) return;
  await releaseAndCancelWithin(tx, { order, mover, canceledBy: 'operator', reason });
}
