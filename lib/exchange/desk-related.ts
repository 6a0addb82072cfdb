import { query } from '@/lib/db';
import type { Order } from '@/lib/exchange/order-row';
import type { OrderStatus } from '@/lib/exchange/status';
import { formatUnits } from '@/lib/money';

export const likenesses = ['email', 'requisites', 'ip'] as const;
export type Likeness = (typeof likenesses)[number];

export type RelatedOrders = {
  /** How many others there are of each likeness; counted up to `countedMax`. */
  counts: Record<Likeness, number>;
  /** The newest of them all. */
  orders: {
    id: string;
    status: OrderStatus;
    createdAt: string;
    give: { amount: string; asset: string };
    get: { amount: string; asset: string };
    by: Likeness[];
  }[];
};

/** Beyond so many it no longer matters how many. */
export const countedMax = 100;
const shown = 8;

type Found = {
  id: string;
  status: OrderStatus;
  createdAt: Date;
  giveUnits: bigint;
  getUnits: bigint;
  fromAsset: string;
  toAsset: string;
  fromScale: number;
  toScale: number;
  by: Likeness[];
};

/**
 * Other orders of the same e-mail, requisites or network address, deleted ones included. Requisites count whole:
 * four last digits that happen to be the same are no likeness.
 */
export async function relatedOrders(order: Order): Promise<RelatedOrders> {
  const like = (by: Likeness, condition: string) =>
    `(SELECT id, created_at, '${by}' AS by FROM orders WHERE ${condition} AND id <> $1
      ORDER BY created_at DESC LIMIT ${countedMax})`;
  const keys = `(SELECT array_agg(key) FROM orders self, unnest(self.search_keys) AS key
    WHERE self.id = $1 AND length(key) > 6)`;
  const params = [order.id, order.email, order.ip];
  const similar = `SELECT id, max(created_at) AS created_at, array_agg(by) AS by FROM (
      ${like('email', 'email = $2')} UNION ALL ${like('ip', 'ip = $3')}
      UNION ALL ${like('requisites', `search_keys && ${keys}`)}
    ) AS likenesses GROUP BY id`;
  const [counts, orders] = await Promise.all([
    query<{ by: Likeness; orders: number }>(
      `SELECT unnest(by) AS by, count(*)::int AS orders FROM (${similar}) AS similar_orders GROUP BY 1`,
      params,
    ),
    query<Found>(
      `SELECT o.id, o.status, o.created_at AS "createdAt", o.give_units AS "giveUnits", o.get_units AS "getUnits",
         o.from_asset AS "fromAsset", o.to_asset AS "toAsset", af.scale AS "fromScale", at.scale AS "toScale", s.by
       FROM (SELECT * FROM (${similar}) AS similar_orders ORDER BY created_at DESC LIMIT ${shown}) AS s
         JOIN orders o ON o.id = s.id
         JOIN assets af ON af.code = o.from_asset JOIN assets at ON at.code = o.to_asset
       ORDER BY o.created_at DESC`,
      params,
    ),
  ]);
  const countOf = (by: Likeness) => counts.find((row) => row.by === by)?.orders ?? 0;
  return {
    counts: { email: countOf('email'), requisites: countOf('requisites'), ip: countOf('ip') },
    orders: orders.map((found) => ({
      id: found.id,
      status: found.status,
      createdAt: found.createdAt.toISOString(),
      give: { amount: formatUnits(found.giveUnits, found.fromScale), asset: found.fromAsset },
      get: { amount: formatUnits(found.getUnits, found.toScale), asset: found.toAsset },
      by: found.by,
    })),
  };
}
