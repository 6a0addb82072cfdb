import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { toDecimal } from '@/lib/decimal';
import { officeNow } from '@/lib/exchange/catalog-rows';
import { marketRate } from '@/lib/rates/market-rates';
import { seedCatalog } from '@/prisma/seed/catalog';
import { insertOrdersSql } from './fill-orders-sql';

export type Filling = {
  /** How many orders in all. */
  orders: number;
  /** Of these, how many are unfinished: the newest ones. The same however long the history is, as in a real office. */
  open?: number;
  /** Days that the history spans, up to now. */
  days?: number;
};

const chunk = 100_000;

/**
 * Fills the fresh database of DATABASE_URL with the demo's catalog, twenty operators and so many orders of every
 * status, for measuring. The same number gives the same orders (save their ids' methods and their times, which end
 * now). They have requisites, claims, notes and search keys as real ones do, and right `order_counts`; they have
 * neither ledger entries nor events. Ends with VACUUM ANALYZE.
 *
 *   const database = await makeBenchDatabase(4);
 *   await fillOrders({ orders: 1_000_000 });
 *
 * The million takes two to five minutes on two cores, and 2 GB.
 */
export async function fillOrders({
  orders,
  open = Math.min(600, orders),
  days = 730,
}: Filling): Promise<void> {
  await seedCatalog();
  const operators = await makeOperators();
  const directions = JSON.stringify(await tradedDirections());
  const indexes = await dropIndexes();
  const newest = now();
  for (let first = 1; first <= orders; first += chunk) {
    const last = Math.min(orders, first + chunk - 1);
    await query(insertOrdersSql, [first, last, orders, open, days, newest, directions, operators]);
  }
  await inTransaction(async (tx) => {
    await tx.query(`SET LOCAL maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await tx.query(definition);
  });
  await query('DELETE FROM order_counts');
  await query(`INSERT INTO order_counts (status, stripe, orders)
    SELECT status, 0, count(*) FROM orders WHERE deleted_at IS NULL GROUP BY status`);
  await query('VACUUM ANALYZE');
}

async function makeOperators(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `INSERT INTO users (id, email, name, roles, created_at)
     SELECT 'usr_' || lpad(n::text, 16, '0'), 'operator' || n || '@bench.test', 'Operator ' || n,
       '{operator}'::"Role"[], $1 FROM generate_series(1, 20) AS n RETURNING id`,
    [now()],
  );
  return rows.map(({ id }) => id);
}

type Side = { method: string; code: string; kind: string; asset: string; scale: number };

/** Directions with the market's rate and the units of what is given for about a dollar. */
async function tradedDirections(): Promise<unknown[]> {
  const side = (method: string, asset: string) =>
    `jsonb_build_object('method', ${method}.id, 'code', ${method}.code, 'kind', ${method}.kind,
       'asset', ${asset}.code, 'scale', ${asset}.scale)`;
  const rows = await query<{ id: string; from: Side; to: Side }>(
    `SELECT d.id, ${side('f', 'fa')} AS "from", ${side('t', 'ta')} AS "to" FROM directions d
     JOIN payment_methods f ON f.id = d.from_method_id JOIN assets fa ON fa.code = f.asset_code
     JOIN payment_methods t ON t.id = d.to_method_id JOIN assets ta ON ta.code = t.asset_code ORDER BY d.sort`,
  );
  const { rates } = await officeNow({ query });
  const priced = rows.flatMap(({ id, from, to }) => {
    const rate = marketRate(rates, from.asset, to.asset);
    const dollar = marketRate(rates, 'USD', from.asset);
    if (!rate || !dollar) return [];
    return [{ id, from, to, rate: toDecimal(rate, 18, 'floor'), dollar: toDecimal(dollar, 18, 'floor') }];
  });
  return priced.map((direction, n) => ({ n, directions: priced.length, ...direction }));
}

/** Indexes are built once at the end, which is several times faster. */
async function dropIndexes(): Promise<{ definition: string }[]> {
  const indexes = await query<{ name: string; definition: string }>(
    `SELECT quote_ident(indexname) AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = 'orders' AND indexname <> 'orders_pkey'`,
  );
  for (const { name } of indexes) await query(`DROP INDEX ${name}`);
  return indexes;
}
