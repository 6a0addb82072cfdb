import { randomInt, randomUUID } from 'node:crypto';
import { query } from '@/lib/db';
import { type AccountRef, accountId, houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';

export const accountCount = 1000;
const asset = 'BENCH';

/** Far more than a run can spend. */
const filling = 1_000_000_000_000n;

/**
 * A thousand full reserves and capital in 16 stripes; and the same once more under ids that pgbench can count up to.
 */
export async function makeAccounts(): Promise<void> {
  const numbers = Array.from({ length: accountCount }, (_, i) => i + 1);
  const plain = numbers.map((n) => [countedId(n), 'reserve', `c${n}`, 'COUNTED', 1, 1] as const);
  const rows = [
    ...numbers.map((n) => [accountId(reserve(n)), 'reserve', `r${n}`, asset, 1, 1] as const),
    [accountId(houseAccount('capital', asset)), 'capital', 'house', asset, 0, 16] as const,
    ...plain,
    [countedId(0), 'capital', 'house', 'COUNTED', 0, 16] as const,
  ];
  await query(
    `INSERT INTO ledger_accounts (id, kind, owner, asset_code, sign, stripes)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[])`,
    [0, 1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column])),
  );
  await query(
    `INSERT INTO ledger_balances (account_id, stripe, sign, balance_units)
     SELECT id, stripe, sign, CASE WHEN sign = 1 THEN $1::bigint ELSE 0 END
     FROM ledger_accounts, generate_series(0, stripes - 1) AS stripe`,
    [filling],
  );
  await query('VACUUM ANALYZE ledger_accounts');
  await query('VACUUM ANALYZE ledger_balances');
}

export function countedId(n: number): string {
  return `acc_${String(n).padStart(16, '0')}`;
}

function reserve(n: number): AccountRef {
  return reserveAccount(`r${n}`, asset);
}

const anyReserve = () => reserve(randomInt(1, accountCount + 1));

/** Two different ones. */
function spread(): Promise<unknown> {
  const n = randomInt(accountCount);
  return move(reserve(n + 1), reserve(((n + randomInt(1, accountCount)) % accountCount) + 1));
}

function move(from: AccountRef, to: AccountRef): Promise<unknown> {
  const postings = [
    { account: from, amountUnits: -1n },
    { account: to, amountUnits: 1n },
  ];
  return post({ query }, { key: `bench ${randomUUID()}`, kind: 'bench', actor: 'bench', postings });
}

/** One transfer of the application each, alone on the pool. */
export const applicationCases = {
  spread,
  oneReserve: () => move(houseAccount('capital', asset), reserve(1)),
  houseStriped: () => move(houseAccount('capital', asset), anyReserve()),
};
