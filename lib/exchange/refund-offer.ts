import { query } from '@/lib/db';
import type { Order } from '@/lib/exchange/order-row';
import { refundableUnits } from '@/lib/exchange/refund-limits';
import { formatUnits } from '@/lib/money';
import { openRefund } from '@/lib/payments/refunds/open-refund';

/** What can go back of an order beside its going on, as plain decimals of the asset given; null: nothing. */
export type RefundOffer = { excess: string | null; part: string | null };

/** For the order's page at the desk; all of it is asked again when it is decided on. */
export async function refundOffer(order: Order): Promise<RefundOffer> {
  const db = { query };
  const [excess, part, open] = await Promise.all([
    refundableUnits(db, order, 'excess'),
    refundableUnits(db, order, 'part'),
    openRefund(db, order.id),
  ]);
  const told = (units: bigint) => (units > 0n && !open ? formatUnits(units, order.from.scale) : null);
  return { excess: told(excess), part: told(part) };
}
