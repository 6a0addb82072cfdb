import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { decideRefund } from '@/lib/exchange/refund-decide';
import { keepApproved } from '@/lib/exchange/refund-draft';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { loadRefund } from '@/lib/payments/refunds/refund-row';

export const approveRefundInput = z.object({ refundId: z.string() });

/**
 * The second person agrees to a refund: only now it is decided on, against the order as it stands now.
 *
 * Throws `not_found`, `second_person` to whoever asked for it, or gets it, `refund_moved`, and what deciding throws: `order_moved`,
 * `move_not_allowed`, `payout_active`, `refund_too_much`.
 */
export async function approveRefund({
  actor,
  ...input
}: z.input<typeof approveRefundInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { refundId } = parseInput(approveRefundInput, input);
  const found = (await loadRefund({ query }, refundId)) ?? fail('not_found');
  const order = await deskOrder(found.orderId);
  await inTransaction(async (tx) => {
    const refund = (await loadRefund(tx, refundId, { lock: true })) ?? fail('not_found');
    if (refund.status !== 'awaiting_approval') fail('refund_moved');
    if (refund.requestedById === mover.id || order.customerId === mover.id) fail('second_person');
    await decideRefund(tx, {
      order,
      draft: refund,
      // Whoever asked for it works on the order and may hold it: the approval is no step of another operator.
      mover: { ...mover, id: null },
      keep: (locked) => keepApproved(tx, locked, refund, mover.name),
    });
    await audit(tx, { actor, action: 'refund.approve', subject: refundId });
    tellAfterCommit(tx, 'desk');
  });
}
