import type { Actor } from '@/lib/auth/actor';
import { customerMover } from '@/lib/exchange/mover';
import { customersOrder, type OrderReader } from '@/lib/exchange/order-access';
import { releaseAndCancel } from '@/lib/exchange/release-and-cancel';

/**
 * The customer gives an unpaid order up. Doing so twice is no error. Throws `not_found`, `order_moved`.
 */
export async function cancelByCustomer({
  orderId,
  reader,
  actor,
}: {
  orderId: string;
  reader: OrderReader;
  actor: Actor;
}): Promise<{ already: boolean }> {
  const order = await customersOrder(orderId, reader);
  if (order.status === 'canceled' && order.canceledBy === 'customer') return { already: true };
  await releaseAndCancel({ order, mover: customerMover(actor), canceledBy: 'customer', reason: null });
  return { already: false };
}
