import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import {
  type AccountRow,
  type AccountView,
  accountColumns,
  accountJoins,
  readAmount,
  toAccountView,
} from '@/lib/ledger/account-view';
import type { AccountKind } from '@/lib/ledger/accounts';

export type AccountFilter = { kind?: AccountKind; asset?: string; after?: string };

/** One page of the accounts, and the key of the next one. */
export async function accountList(
  actor: Actor,
  { kind, asset, after }: AccountFilter = {},
  pageSize = 100,
): Promise<{ accounts: AccountView[]; next: string | null }> {
  requireRole(actor, 'accountant', 'admin');
  const rows = await query<AccountRow>(
    `SELECT ${accountColumns}, a.stripes, b."balanceUnits", b."heldUnits"
     FROM ledger_accounts a ${accountJoins}
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(balance_units), 0)::bigint AS "balanceUnits",
         coalesce(sum(held_units), 0)::bigint AS "heldUnits"
       FROM ledger_balances WHERE account_id = a.id
     ) b
     WHERE ($1::text IS NULL OR a.kind = $1) AND ($2::text IS NULL OR a.asset_code = $2)
       AND ($3::text IS NULL OR (a.kind, a.asset_code, a.id) >
         (SELECT kind, asset_code, id FROM ledger_accounts WHERE id = $3))
     ORDER BY a.kind, a.asset_code, a.id LIMIT $4`,
    [kind ?? null, asset ?? null, after ?? null, pageSize + 1],
  );
  const page = rows.slice(0, pageSize);
  return {
    accounts: page.map(toAccountView),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The assets that any account is kept in. */
export async function ledgerAssets(actor: Actor): Promise<string[]> {
  requireRole(actor, 'accountant', 'admin');
  const rows = await query<{ asset: string }>(
    'SELECT DISTINCT asset_code AS asset FROM ledger_accounts ORDER BY asset_code',
  );
  return rows.map((row) => row.asset);
}

export type StatementLine = {
  entryId: string;
  transferId: string;
  kind: string;
  subject: string | null;
  actor: string;
  note: string;
  at: Date;
  amount: string;
  balanceAfter: string;
};

export type Statement = { account: AccountView; lines: StatementLine[]; next: string | null };

type StatementRow = Omit<StatementLine, 'entryId' | 'amount' | 'balanceAfter'> & {
  entryId: bigint;
  amountUnits: bigint;
};

/**
 * An account's entries, newest first, a page at a time (`before`: the last entry seen). Null: no such account.
 * The balance after each entry is over all stripes, in the order of entries: each stripe's latest balance before the
 * page, and from there entry by entry.
 */
export async function accountStatement(
  actor: Actor,
  { id, before, pageSize = 50 }: { id: string; before?: bigint; pageSize?: number },
): Promise<Statement | null> {
  requireRole(actor, 'accountant', 'admin');
  const [account] = await query<AccountRow>(
    `SELECT ${accountColumns}, a.stripes, b."balanceUnits", b."heldUnits"
     FROM ledger_accounts a ${accountJoins}
     CROSS JOIN LATERAL (
       SELECT sum(balance_units)::bigint AS "balanceUnits", sum(held_units)::bigint AS "heldUnits"
       FROM ledger_balances WHERE account_id = a.id
     ) b
     WHERE a.id = $1`,
    [id],
  );
  if (!account) return null;
  const rows = await query<StatementRow>(
    `SELECT e.id AS "entryId", e.transfer_id AS "transferId", t.kind, t.subject, t.actor, t.note,
       e.created_at AS at, e.amount_units AS "amountUnits"
     FROM ledger_entries e JOIN ledger_transfers t ON t.id = e.transfer_id
     WHERE e.account_id = $1 AND ($2::bigint IS NULL OR e.id < $2)
     ORDER BY e.id DESC LIMIT $3`,
    [id, before ?? null, pageSize + 1],
  );
  const page = rows.slice(0, pageSize);
  const oldest = page.at(-1);
  let runningUnits = oldest ? await unitsBefore(id, oldest.entryId) : 0n;
  const lines = page.reverse().map(({ entryId, amountUnits, ...row }) => {
    runningUnits += amountUnits;
    return {
      ...row,
      entryId: entryId.toString(),
      amount: readAmount(account, amountUnits),
      balanceAfter: readAmount(account, runningUnits),
    };
  });
  return {
    account: toAccountView(account),
    lines: lines.reverse(),
    next: rows.length > pageSize && oldest ? oldest.entryId.toString() : null,
  };
}

/** The account's balance before an entry: the latest one of each stripe. */
async function unitsBefore(id: string, entryId: bigint): Promise<bigint> {
  const [row] = await query<{ units: bigint }>(
    `SELECT coalesce(sum(e.balance_after_units), 0)::bigint AS units
     FROM ledger_balances b CROSS JOIN LATERAL (
       SELECT balance_after_units FROM ledger_entries
       WHERE account_id = b.account_id AND stripe = b.stripe AND id < $2 ORDER BY id DESC LIMIT 1
     ) e
     WHERE b.account_id = $1`,
    [id, entryId],
  );
  return row?.units ?? 0n;
}
