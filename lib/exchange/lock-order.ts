import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type Order, selectOrder } from '@/lib/exchange/order-row';

/**
 * The order as it stands, for what must not be second: nobody else moves it until the transaction ends. Whoever needs
 * one of its payments too locks that first. Throws `not_found`.
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<Order> {
  const [order] = await tx.query<Order>(
    `${selectOrder} WHERE o.id = $1 FOR UPDATE OF o`,
    [orderId],
    'order_locked',
  );
  return order ?? fail('not_found');
}
