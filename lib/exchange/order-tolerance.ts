import type { Queryable } from '@/lib/db';
import type { OrderRow } from '@/lib/exchange/order-row';
import { mostAdded } from '@/lib/payments/direct/unique-amount';

/**
 * What may differ from the agreed amount without anybody's word, in units of what is given: the method's amount or
 * share, whichever is more. An amount that was asked a little higher, so as to be told apart, is no overpayment either,
 * be it the whole or the rest of what had come before; one that was asked before the order became smaller is: what comes above the new amount is the customer's.
 */
export async function toleranceOf(
  db: Queryable,
  order: Pick<OrderRow, 'id' | 'fromMethodId' | 'giveUnits'>,
): Promise<bigint> {
  const [row] = await db.query<{ units: bigint; bps: number; added: bigint }>(
    `SELECT m.tolerance_units AS units, m.tolerance_bps AS bps,
       (SELECT coalesce(max(asked.units), 0)::bigint
        FROM (SELECT p.amount_units - $3::bigint + coalesce((SELECT sum(q.received_units) FROM payments q
                WHERE q.subject_kind = 'order' AND q.subject_id = $2 AND q.status = 'paid' AND q.id <> p.id
                  AND q.paid_at <= p.created_at), 0) AS units
              FROM payments p
              WHERE p.subject_kind = 'order' AND p.subject_id = $2 AND p.status = 'paid') asked
        WHERE asked.units BETWEEN 0 AND ${mostAdded}) AS added
     FROM payment_methods m WHERE m.id = $1`,
    [order.fromMethodId, order.id, order.giveUnits],
    'order_tolerance',
  );
  if (!row) throw new Error(`the method of ${order.id} is gone`);
  const share = (order.giveUnits * BigInt(row.bps)) / 10_000n;
  return [row.units, share, row.added].reduce((most, units) => (units > most ? units : most), 0n);
}
