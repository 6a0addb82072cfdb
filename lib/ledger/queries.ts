import { type Queryable, query } from '@/lib/db';
import { type AccountRef, accountId } from '@/lib/ledger/accounts';

/** Units of an account. Balance as stored: positive is what we have, negative what we owe. */
export type Balance = { balanceUnits: bigint; heldUnits: bigint };

/** What can be paid out: the balance less what is promised already. */
export type Reserve = Balance & { availableUnits: bigint };

/** The balance over all stripes; zero for an account that nothing was ever posted to. */
export async function balanceOf(ref: AccountRef, db: Queryable = { query }): Promise<Balance> {
  const [row] = await db.query<Balance>(
    `SELECT coalesce(sum(balance_units), 0)::bigint AS "balanceUnits",
       coalesce(sum(held_units), 0)::bigint AS "heldUnits"
     FROM ledger_balances WHERE account_id = $1`,
    [accountId(ref)],
  );
  return row ?? { balanceUnits: 0n, heldUnits: 0n };
}

/**
 * Reserves by method id, of the methods named or of all. A method without a reserve account is not in the map:
 * read it as nothing.
 */
export async function reserveBalances(
  methodIds?: string[],
  db: Queryable = { query },
): Promise<Map<string, Reserve>> {
  const rows = await db.query<Reserve & { owner: string }>(
    `SELECT a.owner, b.balance_units AS "balanceUnits", b.held_units AS "heldUnits",
       b.balance_units - b.held_units AS "availableUnits"
     FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
     WHERE a.kind = 'reserve' AND ($1::text[] IS NULL OR a.owner = ANY ($1))`,
    [methodIds ?? null],
    'ledger_reserves',
  );
  return new Map(rows.map(({ owner, ...reserve }) => [owner, reserve]));
}
