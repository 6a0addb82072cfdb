import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

export const howToGetPgledger =
  'git clone https://github.com/pgr0ss/pgledger, then --pgledger ./pgledger (its SQL is not part of this project)';

const accounts = 1000;

/** Installs pgledger from a checkout (or the path of its pgledger.sql) and returns its transfers over our driver. */
export async function installPgledger(url: string, given: string, clients: number) {
  const root = statSync(given).isDirectory() ? given : path.dirname(given);
  const ulid = path.join(root, 'vendor', 'scoville-pgsql-ulid');
  const files = [
    ...(existsSync(ulid) ? readdirSync(ulid).filter((name) => name.endsWith('.sql')) : []).map((name) =>
      path.join(ulid, name),
    ),
    path.join(root, 'pgledger.sql'),
  ];
  const pool = new pg.Pool({ connectionString: url, max: clients });
  // The database is dropped before its last connection has heard of the end.
  pool.on('error', () => {});
  for (const file of files) await pool.query(readFileSync(file, 'utf8'));
  const { rows } = await pool.query<{ id: string }>(
    `SELECT (pgledger_create_account('account ' || n, 'USD')).id FROM generate_series(1, ${accounts}) AS n`,
  );
  const ids = rows.map((row) => row.id);
  const transfer = (from: string | undefined, to: string | undefined) =>
    pool.query({
      name: 'transfer',
      text: 'SELECT * FROM pgledger_create_transfer($1, $2, $3)',
      values: [from, to, 1],
    });
  return {
    spread: () => {
      const from = randomInt(accounts);
      return transfer(ids[from], ids[(from + randomInt(1, accounts)) % accounts]);
    },
    oneAccount: () => transfer(ids[randomInt(1, accounts)], ids[0]),
    close: () => pool.end(),
  };
}
