import { accountKinds } from '@/lib/ledger/accounts';
import { type PostShape, postName, postText } from '@/lib/ledger/post-text';
import type { PreparedTransfer } from '@/lib/ledger/posting';

/** What the statement found. */
export type PostOutcome = {
  written: boolean;
  /** Whether all accounts are there. */
  complete: boolean;
  balanced: boolean;
  /** The first account that would be overdrawn. */
  overdrawn: string | null;
  holds_there: boolean;
};

/** What a transfer does to one account: all of its lines together. */
type Change = { accountId: string; stripe: number; asset: string; amountUnits: bigint; heldUnits: bigint };

/** The statement that fits a transfer, the name it is prepared under, and its values. */
export function postQuery(transfer: PreparedTransfer, transferId: string, at: Date) {
  const { input, holds } = transfer;
  const changes = changesOf(transfer);
  const assets = [...new Set(changes.map(({ asset }) => asset))];
  const postings = transfer.lines.filter(({ amountUnits }) => amountUnits !== 0n);
  const onceEach = new Set(postings.map(({ accountId }) => accountId)).size === postings.length;
  const placed = holds.filter(({ hold }) => hold.step === 'place');
  const settled = holds.filter(({ hold }) => hold.step !== 'place');
  const shape: PostShape = {
    accounts: changes.length,
    assets: assets.length,
    lines: onceEach ? 0 : postings.length,
    places: placed.length,
    settles: settled.length,
  };
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
  ];
  for (const { accountId, stripe, asset, amountUnits, heldUnits } of changes) {
    values.push(accountId, stripe, amountUnits);
    if (assets.length > 1) values.push(assets.indexOf(asset));
    if (holds.length > 0) values.push(heldUnits);
  }
  if (!onceEach) {
    const sums = new Map<string, bigint>();
    for (const { accountId, amountUnits } of postings) {
      const sum = (sums.get(accountId) ?? 0n) + amountUnits;
      sums.set(accountId, sum);
      values.push(accountId, amountUnits, sum);
    }
  }
  for (const { hold, accountId } of placed) values.push(hold.holdId, accountId, hold.amountUnits);
  for (const { hold, accountId } of settled)
    values.push(hold.holdId, accountId, hold.amountUnits, hold.step === 'take' ? 'taken' : 'released');
  return { name: postName(shape), text: postText(shape), values };
}

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
    const stripe = stripeSeed % accountKinds[account.kind].stripes;
    changes.set(accountId, { accountId, stripe, asset: account.asset, amountUnits, heldUnits });
  }
  return [...changes.values()];
}
