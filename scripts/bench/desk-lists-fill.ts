import { query } from '@/lib/db';

const statuses = [
  ['completed', 620],
  ['canceled', 340],
  ['refunded', 10],
  ['pending_processing', 12],
  ['payment_claimed', 8],
  ['transfer_scheduled', 6],
  ['refunding', 4],
] as const;

/** Nine methods of four assets; `MEXICO` pays one order in ten thousand, so that rare filters are measured too. */
const methods = [
  ['bank_a', 'RUB', 'bank'],
  ['bank_b', 'RUB', 'bank'],
  ['card_a', 'RUB', 'card'],
  ['sepa', 'EUR', 'bank'],
  ['purse', 'USD', 'emoney'],
  ['btc', 'BTC', 'crypto'],
  ['usdt', 'USDT', 'crypto'],
  ['cash', 'EUR', 'cash'],
  ['rare', 'USD', 'emoney'],
] as const;

export const methodId = (name: string) => `mth_${name.replace('_', '').padEnd(16, '0')}`;
export const operatorId = (index: number) => `usr_${String(index).padStart(16, '0')}`;
export const rareOperator = operatorId(9);

/** Fills the table with `count` orders as an office would have after years; deterministic. */
export async function fillOrders(count: number): Promise<void> {
  await fillNouns();
  const indexes = await query<{ name: string; sql: string }>(
    `SELECT i.indexname AS name, i.indexdef AS sql FROM pg_indexes i
     WHERE i.tablename = 'orders' AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`,
  );
  // Built at the end, indexes cost a fraction of what row by row would.
  for (const { name } of indexes) await query(`DROP INDEX "${name}"`);
  await query(ordersSql(count));
  for (const { sql } of indexes) await query(sql);
  await query(
    `INSERT INTO order_counts (status, stripe, orders)
     SELECT status, 0, count(*) FROM orders WHERE deleted_at IS NULL GROUP BY status`,
  );
  await query('VACUUM (ANALYZE) orders');
}

async function fillNouns(): Promise<void> {
  await query(
    `INSERT INTO assets (code, kind, scale, symbol, titles, created_at)
     SELECT code, (enum_range(NULL::"AssetKind"))[1], scale, '', jsonb_build_object('en', code, 'ru', code), now()
     FROM (VALUES ('RUB', 2), ('EUR', 2), ('USD', 2), ('BTC', 8), ('USDT', 6)) AS a (code, scale)`,
  );
  for (const [name, asset, kind] of methods) {
    await query(
      `INSERT INTO payment_methods (id, code, kind, asset_code, titles, created_at, updated_at)
       VALUES ($1, $2, $3::"MethodKind", $4, jsonb_build_object('en', $2::text, 'ru', $2::text), now(), now())`,
      [methodId(name), name.toUpperCase(), kind, asset],
    );
  }
  await query(
    `INSERT INTO users (id, email, name, roles, created_at)
     SELECT 'usr_' || lpad(i::text, 16, '0'), 'staff' || i || '@kantor.test', 'Staff ' || i, '{operator}', now()
     FROM generate_series(1, 9) AS i`,
  );
}

/** `roll` and its like are fixed functions of the row's number: the same orders in every run. */
function ordersSql(count: number): string {
  const total = statuses.reduce((sum, [, share]) => sum + share, 0);
  let below = 0;
  const status = statuses
    .map(([name, share]) => {
      below += share;
      return `WHEN roll < ${below} THEN '${name}'`;
    })
    .join(' ');
  const ids = methods.slice(0, -1).map(([name]) => `'${methodId(name)}'`);
  const assets = methods.slice(0, -1).map(([, asset]) => `'${asset}'`);
  const pick = (values: string[], by: string) => `(ARRAY[${values}])[1 + ${by} % ${values.length}]`;
  return `
    INSERT INTO orders (id, status, exception, type, direction_id, from_method_id, to_method_id, from_asset, to_asset,
      quote_id, give_units, get_units, rate_in, rate_out, market_rate, fee_give_units, fee_get_units, spread_units,
      email, locale, ip, give_requisites, get_requisites, search_keys, pay_to, idempotency_key, input_hash,
      created_at, expires_at, waiting_since, received_at, held_by, deleted_at)
    SELECT 'ord_' || substr(md5('o' || i), 1, 16), status::"OrderStatus",
      CASE WHEN status = 'canceled' AND i % 500 = 0 THEN 'paid_late'
        WHEN i % 1000 = 1 THEN 'underpaid' END::"OrderException",
      CASE WHEN i % 5000 = 0 THEN 'automatic' WHEN i % 10 = 0 THEN 'semi_automatic' ELSE 'operator' END::"ExchangeType",
      'dir_' || rare, CASE WHEN rare THEN '${methodId('rare')}' ELSE ${pick(ids, 'a')} END, ${pick(ids, 'b')},
      CASE WHEN rare THEN 'USD' ELSE ${pick(assets, 'a')} END, ${pick(assets, 'b')},
      'quo_' || i, 1000 + (a::bigint * 7919 + i) % 99000000, 1 + (b::bigint * 104729 + i) % 99000000,
      1, 1, 1, 0, 0, 0, 'customer' || (i % ${Math.max(1, Math.floor(count / 5))}) || '@example.com', 'en',
      '10.' || a % 250 || '.' || b % 250 || '.' || i % 250,
      jsonb_build_object('card', jsonb_build_object('value', card, 'display', card)),
      jsonb_build_object('address', jsonb_build_object('value', md5('w' || i), 'display', md5('w' || i))),
      ARRAY[card, right(card, 4), md5('w' || i)], '[]', 'bench:' || i, '', made, made + interval '30 min',
      made + interval '1 min' * (a % 90), CASE WHEN status IN ('completed', 'refunded') THEN made END,
      CASE WHEN i % 20000 = 7 THEN '${rareOperator}' WHEN status <> 'pending_processing' AND i % 3 > 0
        THEN 'usr_' || lpad((1 + b % 8)::text, 16, '0') END,
      CASE WHEN status = 'canceled' AND i % 4 = 0 THEN made END
    FROM (
      SELECT i, a, b, i % 10000 = 77 AS rare, CASE ${status} END AS status,
        '4' || lpad((i * 7919::bigint % 1000000000000000)::text, 15, '0') AS card,
        date_trunc('minute', now()) - interval '1 second' * (i * (${60 * 60 * 24 * 700}::float8 / ${count})) AS made
      FROM (
        SELECT i, abs(hashint8(i)) AS a, abs(hashint8(i + 1000003)) AS b, abs(hashint8(i + 7)) % ${total} AS roll
        FROM generate_series(1, ${count}::bigint) AS i
      ) AS rolled
    ) AS dressed`;
}
