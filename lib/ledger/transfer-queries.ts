import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { type AccountName, accountColumns, accountJoins } from '@/lib/ledger/account-view';
import { formatUnits } from '@/lib/money';

/** One entry as accountants read it: a figure in one of the two columns. */
export type EntryView = { entryId: string; account: AccountName; side: 'debit' | 'credit'; amount: string };

export type HoldView = {
  holdId: string;
  account: AccountName;
  amount: string;
  /** What this transfer did to the hold. */
  did: 'placed' | 'taken' | 'released';
};

export type TransferView = {
  id: string;
  kind: string;
  subject: string | null;
  actor: string;
  note: string;
  at: Date;
  reversesId: string | null;
  reversedById: string | null;
  entries: EntryView[];
  holds: HoldView[];
};

type TransferRow = Omit<TransferView, 'entries' | 'holds'>;

/** All transfers of an order (or another subject), in the order they were written. For staff. */
export async function transfersOf(actor: Actor, subject: string): Promise<TransferView[]> {
  requireRole(actor, 'operator', 'accountant', 'admin');
  return load('t.subject = $1', subject);
}

/** One transfer with its entries, or null. */
export async function transferById(actor: Actor, id: string): Promise<TransferView | null> {
  requireRole(actor, 'accountant', 'admin');
  const [transfer] = await load('t.id = $1', id);
  return transfer ?? null;
}

async function load(condition: 't.subject = $1' | 't.id = $1', value: string): Promise<TransferView[]> {
  const transfers = await query<TransferRow>(
    `SELECT t.id, t.kind, t.subject, t.actor, t.note, t.created_at AS at, t.reverses_id AS "reversesId",
       r.id AS "reversedById"
     FROM ledger_transfers t LEFT JOIN ledger_transfers r ON r.reverses_id = t.id
     WHERE ${condition} ORDER BY t.created_at, t.id LIMIT 500`,
    [value],
  );
  const ids = transfers.map((transfer) => transfer.id);
  const [entries, holds] = ids.length > 0 ? await Promise.all([entriesOf(ids), holdsOf(ids)]) : [[], []];
  return transfers.map((transfer) => ({
    ...transfer,
    entries: entries.filter((row) => row.transferId === transfer.id).map(toEntryView),
    holds: holds.flatMap((row) => toHoldView(row, transfer.id)),
  }));
}

type EntryRow = AccountName & { entryId: bigint; transferId: string; amountUnits: bigint };

/** Debits first, as books are written. */
function entriesOf(transferIds: string[]): Promise<EntryRow[]> {
  return query<EntryRow>(
    `SELECT ${accountColumns}, e.id AS "entryId", e.transfer_id AS "transferId", e.amount_units AS "amountUnits"
     FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id ${accountJoins}
     WHERE e.transfer_id = ANY ($1) ORDER BY e.amount_units < 0, e.id`,
    [transferIds],
  );
}

function toEntryView({ entryId, transferId: _, amountUnits, ...account }: EntryRow): EntryView {
  const debit = amountUnits > 0n;
  return {
    entryId: entryId.toString(),
    account,
    side: debit ? 'debit' : 'credit',
    amount: formatUnits(debit ? amountUnits : -amountUnits, account.scale),
  };
}

type HoldRow = AccountName & {
  holdId: string;
  amountUnits: bigint;
  state: 'held' | 'taken' | 'released';
  placedBy: string;
  settledBy: string | null;
};

function holdsOf(transferIds: string[]): Promise<HoldRow[]> {
  // By the subject's index; holds without a subject are few.
  return query<HoldRow>(
    `SELECT ${accountColumns}, h.id AS "holdId", h.amount_units AS "amountUnits", h.state,
       h.placed_by AS "placedBy", h.settled_by AS "settledBy"
     FROM ledger_holds h JOIN ledger_accounts a ON a.id = h.account_id ${accountJoins}
     WHERE (h.subject IN (SELECT subject FROM ledger_transfers WHERE id = ANY ($1)) OR h.subject IS NULL)
       AND (h.placed_by = ANY ($1) OR h.settled_by = ANY ($1))
     ORDER BY h.created_at, h.id`,
    [transferIds],
  );
}

function toHoldView(row: HoldRow, transferId: string): HoldView[] {
  const { holdId, amountUnits, state, placedBy, settledBy, ...account } = row;
  const view = { holdId, account, amount: formatUnits(amountUnits, account.scale) };
  return [
    ...(placedBy === transferId ? [{ ...view, did: 'placed' as const }] : []),
    ...(settledBy === transferId && state !== 'held' ? [{ ...view, did: state }] : []),
  ];
}
