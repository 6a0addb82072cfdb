import type { Queryable } from '@/lib/db';
import type { OrderRow } from '@/lib/exchange/order-row';

/**
 * What may differ from the agreed amount without anybody's word, in units of what is given: the method's amount or
 * share, whichever is more. An amount that was asked a little higher, so as to be told apart, is no overpayment either.
 */
export async function toleranceOf(
  db: Queryable,
  order: Pick<OrderRow, 'id' | 'fromMethodId' | 'giveUnits'>,
): Promise<bigint> {
  const [row] = await db.query<{ units: bigint; bps: number; asked: bigint | null }>(
    `SELECT m.tolerance_units AS units, m.tolerance_bps AS bps,
       (SELECT max(p.amount_units) FROM payments p WHERE p.subject_id = $2 AND p.status = 'paid') AS asked
     FROM payment_methods m WHERE m.id = $1`,
    [order.fromMethodId, order.id],
    'order_tolerance',
  );
  if (!row) throw new Error(`the method of ${order.id} is gone`);
  const share = (order.giveUnits * BigInt(row.bps)) / 10_000n;
  const above = (row.asked ?? 0n) - order.giveUnits;
  return [row.units, share, above].reduce((most, units) => (units > most ? units : most), 0n);
}
