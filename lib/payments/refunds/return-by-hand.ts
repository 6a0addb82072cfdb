import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { lockOrder } from '@/lib/exchange/lock-order';
import { requireOperator } from '@/lib/exchange/mover';
import { touchOrder } from '@/lib/exchange/refund-outcome';
import { parseInput } from '@/lib/parse-input';
import { refundFields } from '@/lib/payments/refunds/refund-fields';
import { loadRefund } from '@/lib/payments/refunds/refund-row';

export const returnByHandInput = z.object({ refundId: z.string() });

/**
 * The system would not, or could not, send a refund back: an operator will, and the customer is asked where to.
 * Throws `not_found`, `refund_moved`.
 */
export async function returnByHand({
  actor,
  ...input
}: z.input<typeof returnByHandInput> & { actor: Actor }): Promise<void> {
  requireOperator(actor);
  const { refundId } = parseInput(returnByHandInput, input);
  await inTransaction(async (tx) => {
    const refund = (await loadRefund(tx, refundId, { lock: true })) ?? fail('not_found');
    const stuck = refund.status === 'refused' || (refund.status === 'ready' && refund.way === 'system');
    if (!stuck) fail('refund_moved');
    const order = await lockOrder(tx, refund.orderId);
    const asks = refund.requisites === null && refundFields(order.from).length > 0;
    await tx.query(
      `UPDATE refunds SET status = $2::"RefundStatus", way = 'hand', next_try_at = NULL WHERE id = $1`,
      [refundId, asks ? 'awaiting_details' : 'ready'],
    );
    await touchOrder(tx, order);
    await audit(tx, { actor, action: 'refund.by_hand', subject: refundId, before: refund.status });
  });
}
