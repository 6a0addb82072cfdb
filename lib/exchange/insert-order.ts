import type { Tx } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import { type OrderRow, orderColumn, orderColumnsOf, orderColumnValue } from '@/lib/exchange/order-row';
import { newId } from '@/lib/ids';

type Later =
  | 'version'
  | 'receivedUnits'
  | 'receiptMarketRate'
  | 'waitingSince'
  | 'claimedAt'
  | 'receivedAt'
  | 'completedAt'
  | 'canceledAt'
  | 'canceledBy'
  | 'cancelReason'
  | 'expiryWarnedAt'
  | 'claim'
  | 'scheduledFor'
  | 'scheduledText'
  | 'note'
  | 'payoutReference'
  | 'refundReference'
  | 'heldBy'
  | 'heldAt'
  | 'deletedAt';

/** What an order is made with. */
export type NewOrder = Omit<OrderRow, Later> & {
  quoteId: string;
  searchKeys: string[];
  officeRequisitesId: string | null;
  idempotencyKey: string;
  inputHash: string;
};

/** How many unverified orders may stand for one e-mail and for one address. */
export type OpenLimits = { perEmail: number; perAddress: number };

const columns: Record<string, string> = {
  ...orderColumn,
  quoteId: 'quote_id',
  searchKeys: 'search_keys',
  officeRequisitesId: 'office_requisites_id',
  idempotencyKey: 'idempotency_key',
  inputHash: 'input_hash',
};

/** Orders that cost the customer nothing yet and keep a part of the reserve from others. */
export const unverified = `status IN ('in_progress', 'pending_processing', 'payment_claimed')`;

/**
 * Brings an order to life, with its history and count, unless its key or its quote made one before, or as many stand
 * as are allowed: then null. The count is right only under the locks of `lockOpenOrders`.
 */
export async function insertOrder(
  tx: Tx,
  order: NewOrder,
  mover: Mover,
  limits: OpenLimits,
): Promise<OrderRow | null> {
  const row = { ...order, version: 1, waitingSince: order.createdAt };
  // Sorted: the statement is prepared under one name and must have one text.
  const fields = (Object.keys(row) as (keyof typeof row)[]).sort();
  const values: unknown[] = fields.map((field) => orderColumnValue(field, row[field]));
  const param = (value: unknown) => `$${values.push(value)}`;
  const selected = fields.map((_field, index) => `$${index + 1}`);
  const email = param(order.email);
  const ip = param(order.ip);
  const [made] = await tx.query<OrderRow>(
    `WITH made AS (
       INSERT INTO orders AS o (${fields.map((field) => columns[field]).join(', ')})
       SELECT ${selected.join(', ')}
       WHERE (SELECT count(*) FROM orders WHERE email = ${email}::text AND ${unverified}) < ${param(limits.perEmail)}::int
         AND (${ip}::text = '' OR
           (SELECT count(*) FROM orders WHERE ip = ${ip}::text AND ${unverified}) < ${param(limits.perAddress)}::int)
       ON CONFLICT DO NOTHING
       RETURNING ${orderColumnsOf('o')}
     ), history AS (
       INSERT INTO order_events (id, order_id, at, event, actor_kind, actor_id, actor_name, to_status, public)
       SELECT ${param(newId('evt'))}, id, "createdAt", 'created', ${param(mover.kind)}, ${param(mover.id)},
         ${param(mover.name)}, status, true FROM made
     ), counted AS (
       INSERT INTO order_counts (status, stripe, orders)
       SELECT status, ${param(Math.floor(Math.random() * 16))}::smallint, 1 FROM made
       ON CONFLICT (status, stripe) DO UPDATE SET orders = order_counts.orders + 1
     )
     SELECT * FROM made`,
    values,
    'insert_order',
  );
  return made ?? null;
}
