import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import { eachOrder, type OrderResult, orderIdsInput } from '@/lib/exchange/each-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { releaseAndCancel } from '@/lib/exchange/release-and-cancel';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';

export const cancelEmptyOrdersInput = z.object({ orderIds: orderIdsInput, reason: longText(1000) });

/**
 * Cancels several orders of which nobody says that they are paid; the others are left alone and named in the result
 * (`order_not_empty`, `order_moved`, `order_held`, `not_found`). Throws `invalid_input`, `forbidden`.
 */
export async function cancelEmptyOrders({
  actor,
  ...input
}: z.input<typeof cancelEmptyOrdersInput> & { actor: Actor }): Promise<OrderResult[]> {
  const mover = operatorMover(actor);
  const { orderIds, reason } = parseInput(cancelEmptyOrdersInput, input);
  return eachOrder(orderIds, async (orderId) => {
    const order = await deskOrder(orderId);
    if (order.claimedAt !== null || order.receivedAt !== null) fail('order_not_empty');
    await releaseAndCancel({ order, mover, canceledBy: 'operator', reason });
  });
}
