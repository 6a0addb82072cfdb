import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { cancelOrder } from '@/lib/exchange/cancel-order';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import { longText } from '@/lib/text';

export const refuseDirectPaymentInput = z.object({ paymentId: z.string(), reason: longText(1000) });

/**
 * The cross: the money has not come. The record leaves the list, with the reason, and an order that nothing was paid
 * for is canceled with it (letter U4). If an order has a part of its money already, only the payment is crossed out.
 * Throws `invalid_input` (field `reason`), `not_found`, `payment_decided`, `order_held`.
 */
export async function refuseDirectPayment({
  actor,
  ...input
}: z.input<typeof refuseDirectPaymentInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { paymentId, reason } = parseInput(refuseDirectPaymentInput, input);
  const payment = await crossOut(paymentId, reason, mover);
  if (payment.subjectKind !== 'order') return;
  try {
    await cancelOrder({ orderId: payment.subjectId, reason, actor });
  } catch (error) {
    // An order that went on by another payment, or is over, stays as it is.
    const known = error instanceof AppError && ['move_not_allowed', 'order_moved'].includes(error.code);
    if (!known) throw error;
  }
}

async function crossOut(paymentId: string, reason: string, mover: Mover): Promise<PaymentRow> {
  return inTransaction(async (tx) => {
    const payment = await loadPayment(tx, paymentId, { lock: true });
    if (payment?.systemCode !== 'direct') return fail('not_found');
    if (payment.status === 'paid' || payment.status === 'refused')
      return fail('payment_decided', { params: { by: payment.confirmedBy ?? '' } });
    await tx.query(
      `UPDATE payments SET status = 'refused', reason = $2, confirmed_by = $3, next_poll_at = NULL WHERE id = $1`,
      [paymentId, reason, mover.name],
    );
    tellAfterCommit(tx, 'desk');
    return payment;
  });
}
