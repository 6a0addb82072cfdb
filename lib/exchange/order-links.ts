import { orderSecret } from '@/lib/exchange/order-secret';
import type { OrderListItem } from '@/lib/exchange/queries';

/** Where an order of a customer's list is seen, and where it is made again with the same amount. */
export function orderLinks(order: OrderListItem): { href: string; repeatHref: string } {
  const { id, from, to } = order;
  return {
    href: `/orders/${id}/${orderSecret(id)}`,
    repeatHref: `/exchange/${from.code}-${to.code}?give=${from.amount}`,
  };
}
