import type { Tx } from '@/lib/db';
import { settledUnits } from '@/lib/exchange/order-ledger';
import type { Order } from '@/lib/exchange/order-row';
import { touchOrder } from '@/lib/exchange/refund-outcome';

/**
 * An order that was just completed in this transaction is marked `overpaid` while more of its money is here than it
 * settles, and only then: the rest is still the customer's, and is given back at the desk.
 */
export async function markLeftOver(tx: Tx, order: Order, toleranceUnits: bigint): Promise<Order> {
  const exception = settledUnits(order, toleranceUnits) < order.receivedUnits ? 'overpaid' : null;
  return exception === order.exception ? order : touchOrder(tx, { ...order, exception });
}
