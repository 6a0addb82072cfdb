import { accountKinds } from '@/lib/ledger/accounts';
import { type PostShape, postText, refusalText } from '@/lib/ledger/post-text';
import type { PreparedTransfer } from '@/lib/ledger/posting';

/** Why a transfer was not written, as far as the accounts and holds know. */
export type Refusal = {
  /** Whether all accounts are there. */
  complete: boolean;
  balanced: boolean;
  /** The first account that would be overdrawn. */
  overdrawn: string | null;
  holds_there: boolean;
};

/** What a transfer does to one account: all of its lines together. */
type Change = {
  accountId: string;
  /** May be overdrawn. */
  free: boolean;
  stripe: number;
  asset: string;
  amountUnits: bigint;
  heldUnits: bigint;
};

/** A balance that the statement moved; an empty row outside a transaction. Those of one statement are written all or none. */
export type Moved = { account_id?: string; written?: boolean };

/**
 * The statement that fits a transfer, the name it is prepared under, and its values. `alone`: outside a transaction,
 * where it fails rather than leave a balance moved that is not written.
 */
export function postQuery(transfer: PreparedTransfer, transferId: string, at: Date, alone: boolean) {
  const { input } = transfer;
  const { shape, changes, postings, placed, settled } = partsOf(transfer);
  const values: unknown[] = [
    transferId,
    input.kind,
    input.key,
    transfer.inputHash,
    input.subject ?? null,
    input.reversesId ?? null,
    input.actor,
    input.note ?? '',
    at,
    ...changes,
    ...settled,
    ...postings,
    ...placed,
  ];
  return { ...postText({ ...shape, alone }), values };
}

/** The statement that takes back what was moved of a transfer that was not written, in the same transaction. */
export function putBackQuery(transfer: PreparedTransfer, moved: Moved[]) {
  const ids = new Set(moved.map((row) => row.account_id));
  const changes = changesOf(transfer).filter(({ accountId }) => ids.has(accountId));
  const text = `
    UPDATE ledger_balances b
    SET balance_units = b.balance_units - c.amount_units, held_units = b.held_units - c.held_units
    FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[]) AS c (account_id, stripe, amount_units, held_units)
    WHERE b.account_id = c.account_id AND b.stripe = c.stripe`;
  const values = [
    changes.map(({ accountId }) => accountId),
    changes.map(({ stripe }) => stripe),
    changes.map(({ amountUnits }) => amountUnits),
    changes.map(({ heldUnits }) => heldUnits),
  ];
  return { text, values };
}

/** The statement that tells why that transfer is not written, and its values. */
export function refusalQuery(transfer: PreparedTransfer) {
  const { shape, changes, settled } = partsOf(transfer);
  return { text: refusalText(shape), values: [...changes, ...settled] };
}

/** A posting spends its time here before it asks the database: plain loops, nothing made twice. */
function partsOf(transfer: PreparedTransfer) {
  const changes = changesOf(transfer);
  const hasHolds = transfer.holds.length > 0;
  const assets: string[] = [];
  for (const { asset } of changes) if (!assets.includes(asset)) assets.push(asset);
  const changed: unknown[] = [];
  for (const { accountId, stripe, asset, amountUnits, heldUnits } of changes) {
    changed.push(accountId, stripe, amountUnits);
    if (assets.length > 1) changed.push(assets.indexOf(asset));
    if (hasHolds) changed.push(heldUnits);
  }
  const { postings, lines } = postingsOf(transfer);
  const placed: unknown[] = [];
  const settled: unknown[] = [];
  for (const { hold, accountId } of transfer.holds) {
    if (hold.step === 'place') placed.push(hold.holdId, accountId, hold.amountUnits);
    else settled.push(hold.holdId, accountId, hold.amountUnits, hold.step === 'take' ? 'taken' : 'released');
  }
  const shape: Omit<PostShape, 'alone'> = {
    accounts: changes.length,
    assets: assets.length,
    lines,
    places: placed.length / 3,
    settles: settled.length / 4,
  };
  return { shape, changes: changed, postings, placed, settled };
}

/** Each posting with the sum so far of its account; none where no account is posted to twice. */
function postingsOf({ lines }: PreparedTransfer): { postings: unknown[]; lines: number } {
  const sums = new Map<string, bigint>();
  const postings: unknown[] = [];
  let count = 0;
  for (const { accountId, amountUnits } of lines) {
    if (amountUnits === 0n) continue;
    const sum = (sums.get(accountId) ?? 0n) + amountUnits;
    sums.set(accountId, sum);
    postings.push(count, accountId, amountUnits, sum);
    count += 1;
  }
  return sums.size === count ? { postings: [], lines: 0 } : { postings, lines: count };
}

/**
 * In the order they are locked in, the same for every transfer: free accounts, of which hardly anybody waits for the
 * same stripe, then those that many may want at once, each in the order of their ids.
 */
function changesOf({ lines, accounts, stripeSeed }: PreparedTransfer): Change[] {
  const changes = new Map<string, Change>();
  for (const { accountId, amountUnits, heldUnits } of lines) {
    const change = changes.get(accountId);
    if (change) {
      change.amountUnits += amountUnits;
      change.heldUnits += heldUnits;
      continue;
    }
    const account = accounts.get(accountId);
    if (!account) throw new Error(`a line without its account: ${accountId}`);
    const { stripes, sign } = accountKinds[account.kind];
    const stripe = stripes === 1 ? 0 : stripeSeed() % stripes;
    const { asset } = account;
    changes.set(accountId, { accountId, free: sign === 0, stripe, asset, amountUnits, heldUnits });
  }
  return [...changes.values()].sort(byLocking);
}

function byLocking(one: Change, other: Change): number {
  if (one.free !== other.free) return one.free ? -1 : 1;
  return one.accountId < other.accountId ? -1 : 1;
}
