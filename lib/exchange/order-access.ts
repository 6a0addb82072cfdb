import { type Actor, hasRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { deskRoles } from '@/lib/exchange/mover';
import { loadOrder, type Order } from '@/lib/exchange/order-row';
import { checkOrderSecret } from '@/lib/exchange/order-secret';

/** By what somebody reads an order: its secret link, or as himself. */
export type OrderReader = { secret: string } | { actor: Actor };

/** As whom he reads it. */
export type Reading = 'customer' | 'staff';

/** The order as that reader may see it. Throws `not_found`, for foreign orders as for missing ones. */
export async function readableOrder(
  orderId: string,
  reader: OrderReader,
): Promise<{ order: Order; as: Reading }> {
  const order = await loadOrder({ query }, orderId);
  const as = order && readingOf(order, reader);
  return order && as ? { order, as } : fail('not_found');
}

/** The order for its customer's own steps. Throws `not_found`; for staff without the secret `forbidden`. */
export async function customersOrder(orderId: string, reader: OrderReader): Promise<Order> {
  const { order, as } = await readableOrder(orderId, reader);
  return as === 'customer' ? order : fail('forbidden');
}

/** The order for a step of the desk, whose rights were checked by `requireOperator`. Throws `not_found`. */
export async function deskOrder(orderId: string): Promise<Order> {
  return (await loadOrder({ query }, orderId)) ?? fail('not_found');
}

/** As whom the reader may see the order, or null if not at all. */
export function readingOf(order: Pick<Order, 'id' | 'customerId'>, reader: OrderReader): Reading | null {
  if ('secret' in reader) return checkOrderSecret(order.id, reader.secret) ? 'customer' : null;
  const { actor } = reader;
  if (actor.kind !== 'user') return null;
  if (order.customerId === actor.userId) return 'customer';
  return hasRole(actor, ...deskRoles) ? 'staff' : null;
}
