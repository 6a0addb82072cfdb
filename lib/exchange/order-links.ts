import { orderSecret } from '@/lib/exchange/order-secret';
import type { OrderListItem } from '@/lib/exchange/queries';

/** An order of a customer's list with the address of its page. */
export function withLink(order: OrderListItem): OrderListItem & { href: string } {
  return { ...order, href: `/orders/${order.id}/${orderSecret(order.id)}` };
}
