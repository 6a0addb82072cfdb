import { query } from '@/lib/db';
import {
  type AccountRef,
  accountId,
  createAccounts,
  houseAccount,
  walletAccount,
} from '@/lib/ledger/accounts';

/** Three assets, one of them rare: one line in a twentieth of the wallet. */
const assets = [
  ['RUB', 2],
  ['USD', 2],
  ['USDT', 6],
] as const;

export const holderId = (name: string) => `usr_${name.padStart(16, '0')}`;

/**
 * Fills wallets with so many lines each, over the last three years, interleaved by time as an office's are: entries,
 * lines and balances that the books close over. Deterministic but for the moment.
 */
export async function fillWallets(wallets: { userId: string; lines: number }[]): Promise<void> {
  await query(
    `INSERT INTO assets (code, kind, scale, titles, created_at)
     SELECT code, 'fiat', scale, '{}', now() FROM unnest($1::text[], $2::int[]) AS a (code, scale)`,
    [assets.map(([code]) => code), assets.map(([, scale]) => scale)],
  );
  await query(
    `INSERT INTO users (id, email, name, created_at)
     SELECT id, id || '@kantor.test', 'Holder ' || id, now() FROM unnest($1::text[]) AS id`,
    [wallets.map(({ userId }) => userId)],
  );
  const owned = wallets.flatMap(({ userId }) => assets.map(([asset]) => walletAccount(userId, asset)));
  const others = assets.map(([asset]) => houseAccount('written_off', asset));
  await createAccounts({ query }, [...owned, ...others]);
  await query(
    `CREATE TABLE bench_lines AS ${linesSql}`.replaceAll(/\$(\d)/g, (_, place: string) =>
      literal(place === '1' ? wallets.map(({ userId }) => userId) : wallets.map(({ lines }) => lines)),
    ),
  );
  await query(`CREATE TABLE bench_accounts AS
    SELECT * FROM unnest(${literal([...owned, ...others].map(accountId))}::text[],
      ${literal([...owned, ...others].map((ref: AccountRef) => ref.owner))}::text[],
      ${literal([...owned, ...others].map((ref: AccountRef) => ref.asset))}::text[]) AS a (account_id, owner, asset)`);
  for (const sql of bookSqls) await query(sql);
  await query('DROP TABLE bench_lines, bench_accounts');
  for (const table of ['wallet_records', 'ledger_entries', 'ledger_transfers', 'ledger_balances']) {
    await query(`VACUUM (ANALYZE) ${table}`);
  }
}

/** A tenth of a wallet's lines comes in, the rest goes out; ten lines of each wallet are refunds, ten are reversals. */
const linesSql = `
SELECT *, row_number() OVER (ORDER BY at, user_id, i) AS n,
  sum(units) OVER (PARTITION BY user_id, asset ORDER BY i) AS balance
FROM (
  SELECT w.user_id, i, date_trunc('milliseconds', now() - interval '3 years' * (1 - i::float8 / w.lines)) AS at,
    CASE WHEN i % greatest(w.lines / 20, 1) = 5 THEN 'USDT' WHEN i % 5 = 0 THEN 'USD' ELSE 'RUB' END AS asset,
    CASE WHEN i % greatest(w.lines / 10, 1) = 7 THEN 'refund' WHEN i % greatest(w.lines / 10, 1) = 8 THEN 'reversal'
      WHEN i <= 3 OR i % 10 = 0 OR i % greatest(w.lines / 20, 1) = 5 THEN 'top_up'
      ELSE (ARRAY['exchange_out', 'payment', 'transfer_out', 'withdrawal', 'write_off'])[1 + i % 5] END AS kind,
    CASE WHEN i % greatest(w.lines / 10, 1) = 8 THEN -1 WHEN i <= 3 OR i % 10 = 0 OR i % greatest(w.lines / 20, 1) = 5
      OR i % greatest(w.lines / 10, 1) = 7 THEN 10000000 + i ELSE -(1 + i % 100) END::bigint AS units
  FROM unnest($1::text[], $2::int[]) AS w (user_id, lines) CROSS JOIN LATERAL generate_series(1, w.lines) AS i
) made`;

const bookSqls = [
  `INSERT INTO ledger_transfers (id, kind, idempotency_key, input_hash, subject, actor, created_at)
   SELECT 'trf_' || lpad(n::text, 16, '0'), kind, 'bench:' || n, '', 'ord_' || lpad((n / 2)::text, 16, '0'), 'bench', at
   FROM bench_lines`,
  `INSERT INTO ledger_entries (id, transfer_id, account_id, stripe, amount_units, balance_after_units, created_at)
   SELECT 2 * l.n, 'trf_' || lpad(l.n::text, 16, '0'), a.account_id, 0, -l.units, -l.balance, l.at
   FROM bench_lines l JOIN bench_accounts a ON a.owner = l.user_id AND a.asset = l.asset
   UNION ALL
   SELECT 2 * l.n - 1, 'trf_' || lpad(l.n::text, 16, '0'), a.account_id, 0, l.units,
     sum(l.units) OVER (PARTITION BY l.asset ORDER BY l.n), l.at
   FROM bench_lines l JOIN bench_accounts a ON a.owner = 'house' AND a.asset = l.asset`,
  `UPDATE ledger_balances b SET balance_units = s.units
   FROM (SELECT account_id, sum(amount_units) AS units FROM ledger_entries GROUP BY account_id) s
   WHERE s.account_id = b.account_id AND b.stripe = 0`,
  `INSERT INTO wallet_records (entry_id, user_id, asset_code, kind, amount_units, balance_after_units, transfer_id,
     subject, details, at)
   SELECT 2 * n, user_id, asset, kind, units, balance, 'trf_' || lpad(n::text, 16, '0'),
     'ord_' || lpad((n / 2)::text, 16, '0'), '{"method": "SBERRUB", "comment": "as agreed"}', at FROM bench_lines`,
  `SELECT setval(pg_get_serial_sequence('ledger_entries', 'id'), (SELECT max(id) FROM ledger_entries))`,
];

/** Values of our own as an SQL array: a statement that makes a table takes no parameters. */
function literal(values: (string | number)[]): string {
  const items = values.map((value) => (typeof value === 'number' ? value : `'${value}'`));
  return `ARRAY[${items.join(', ')}]`;
}
