import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { releaseAndCancel } from '@/lib/exchange/release-and-cancel';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';

export const cancelOrderInput = z.object({ orderId: z.string(), reason: longText(1000) });

/**
 * The operator cancels an order whose money has not come, with the reason that the customer is told: letter U4.
 * An order that was claimed as paid can be canceled too: the money never arrived.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`.
 */
export async function cancelOrder({
  actor,
  ...input
}: z.input<typeof cancelOrderInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, reason } = parseInput(cancelOrderInput, input);
  await releaseAndCancel({ order: await deskOrder(orderId), mover, canceledBy: 'operator', reason });
}
