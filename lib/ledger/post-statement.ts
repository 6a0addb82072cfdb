import { accountKinds } from '@/lib/ledger/accounts';
import { type PostShape, postName, postText, refusalText } from '@/lib/ledger/post-text';
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
type Change = { accountId: string; stripe: number; asset: string; amountUnits: bigint; heldUnits: bigint };

/** A balance that the statement moved. Those of one statement are written all or none. */
export type Moved = { account_id: string; written: boolean };

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
  const fitting: PostShape = { ...shape, alone };
  return { name: postName(fitting), text: postText(fitting), values };
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

function partsOf(transfer: PreparedTransfer) {
  const { holds } = transfer;
  const changes = changesOf(transfer);
  const assets = [...new Set(changes.map(({ asset }) => asset))];
  const postings = transfer.lines.filter(({ amountUnits }) => amountUnits !== 0n);
  const onceEach = new Set(postings.map(({ accountId }) => accountId)).size === postings.length;
  const placed = holds.filter(({ hold }) => hold.step === 'place');
  const settled = holds.filter(({ hold }) => hold.step !== 'place');
  const shape: Omit<PostShape, 'alone'> = {
    accounts: changes.length,
    assets: assets.length,
    lines: onceEach ? 0 : postings.length,
    places: placed.length,
    settles: settled.length,
  };
  const values = { changes: [] as unknown[], postings: [] as unknown[] };
  for (const { accountId, stripe, asset, amountUnits, heldUnits } of changes) {
    values.changes.push(accountId, stripe, amountUnits);
    if (assets.length > 1) values.changes.push(assets.indexOf(asset));
    if (holds.length > 0) values.changes.push(heldUnits);
  }
  const sums = new Map<string, bigint>();
  for (const [index, { accountId, amountUnits }] of onceEach ? [] : postings.entries()) {
    const sum = (sums.get(accountId) ?? 0n) + amountUnits;
    sums.set(accountId, sum);
    values.postings.push(index, accountId, amountUnits, sum);
  }
  return {
    ...values,
    shape,
    placed: placed.flatMap(({ hold, accountId }) => [hold.holdId, accountId, hold.amountUnits]),
    settled: settled.flatMap(({ hold, accountId }) => [
      hold.holdId,
      accountId,
      hold.amountUnits,
      hold.step === 'take' ? 'taken' : 'released',
    ]),
  };
}

/**
 * In the order they are locked in, the same for every transfer: free accounts, of which hardly anybody waits for the
 * same stripe, then those that many may want at once, each in the order of their ids.
 */
function changesOf({ lines, accounts, stripeSeed }: PreparedTransfer): Change[] {
  const changes = new Map<string, Change>();
  const free = new Set<string>();
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
    if (sign === 0) free.add(accountId);
    const stripe = stripes === 1 ? 0 : stripeSeed() % stripes;
    changes.set(accountId, { accountId, stripe, asset: account.asset, amountUnits, heldUnits });
  }
  const place = ({ accountId }: Change) => `${free.has(accountId) ? 0 : 1} ${accountId}`;
  return [...changes.values()].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}
