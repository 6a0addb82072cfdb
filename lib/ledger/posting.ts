import { hash } from 'node:crypto';
import { fail } from '@/lib/errors';
import { type AccountRef, accountId, accountKinds } from '@/lib/ledger/accounts';
import { maxUnits } from '@/lib/money';

/** One line of a transfer. Signed: debit positive (what we have grows), credit negative (what we owe grows). */
export type Posting = { account: AccountRef; amountUnits: bigint };

/** `place` promises an amount of an account, `release` gives the promise back, `take` ends it with the money moved. */
export type HoldStep = {
  step: 'place' | 'take' | 'release';
  holdId: string;
  account: AccountRef;
  amountUnits: bigint;
};

export type TransferInput = {
  /** Names this transfer for ever: the same key and input give the same transfer, another input an error. */
  key: string;
  kind: string;
  /** What it is about: an order's id, mostly. */
  subject?: string;
  /** Who caused it, as shown in the ledger. */
  actor: string;
  note?: string;
  reversesId?: string;
  postings: Posting[];
  holds?: HoldStep[];
};

/** One posting or hold step as the statement takes it. */
export type Line = { accountId: string; amountUnits: bigint; heldUnits: bigint };

type HoldLine = Line & { hold: HoldStep };

export type PreparedTransfer = {
  input: TransferInput;
  inputHash: string;
  lines: Line[];
  /** Those of the lines that are hold steps. */
  holds: HoldLine[];
  /** Every account that is touched, once. */
  accounts: Map<string, AccountRef>;
  /** Which stripe of free accounts is used, before the modulo. */
  stripeSeed: () => number;
};

/**
 * Checks a transfer by itself and puts it into the writer's form. Postings of nothing are left out.
 * Throws `ledger_unbalanced` if the sum of an asset is not zero.
 */
export function prepareTransfer(input: TransferInput): PreparedTransfer {
  const postings = input.postings.filter((posting) => posting.amountUnits !== 0n);
  const holds = input.holds ?? [];
  if (postings.length === 0 && holds.length === 0) throw new Error(`the transfer ${input.key} moves nothing`);
  for (const { amountUnits } of postings) assertSize(amountUnits);
  assertBalanced(postings);
  assertHolds(holds);
  const accounts = new Map<string, AccountRef>();
  const idOf = (account: AccountRef) => {
    const id = accountId(account);
    accounts.set(id, account);
    return id;
  };
  const moved = postings.map(
    (posting): Line => ({
      accountId: idOf(posting.account),
      amountUnits: posting.amountUnits,
      heldUnits: 0n,
    }),
  );
  const held = holds.map(
    (hold): HoldLine => ({
      accountId: idOf(hold.account),
      amountUnits: 0n,
      heldUnits: hold.step === 'place' ? hold.amountUnits : -hold.amountUnits,
      hold,
    }),
  );
  return {
    input,
    inputHash: hashInput(input, moved, held),
    lines: [...moved, ...held],
    holds: held,
    accounts,
    stripeSeed: () => stripeSeed(input.subject ?? input.key),
  };
}

/** Throws `ledger_unbalanced` unless the postings of each asset sum to zero. */
export function assertBalanced(postings: Posting[]): void {
  const sums = new Map<string, bigint>();
  for (const { account, amountUnits } of postings) {
    sums.set(account.asset, (sums.get(account.asset) ?? 0n) + amountUnits);
  }
  for (const [asset, sum] of sums) {
    if (sum !== 0n) fail('ledger_unbalanced', { params: { asset, sum: sum.toString() } });
  }
}

function assertHolds(holds: HoldStep[]): void {
  for (const { account, amountUnits } of holds) {
    assertSize(amountUnits);
    if (amountUnits <= 0n) throw new Error('a hold needs an amount above zero');
    // A free account can always be overdrawn: a promise from it would promise nothing.
    if (accountKinds[account.kind].sign === 0) throw new Error(`no holds on ${account.kind}`);
  }
  if (new Set(holds.map((hold) => hold.holdId)).size !== holds.length)
    throw new Error('a hold is named twice');
}

function assertSize(units: bigint): void {
  if (units > maxUnits || units < -maxUnits) throw new RangeError('more units than the ledger counts');
}

/** The same for the same content in any order of lines: what tells a replay from another transfer under its key. */
function hashInput(input: TransferInput, postings: Line[], holds: HoldLine[]): string {
  const canonical = JSON.stringify([
    input.kind,
    input.subject ?? null,
    input.reversesId ?? null,
    postings.map((posting) => `${posting.accountId} ${posting.amountUnits}`).sort(),
    holds
      .map(({ hold, ...line }) => `${hold.step} ${hold.holdId} ${line.accountId} ${hold.amountUnits}`)
      .sort(),
  ]);
  return hash('sha256', canonical);
}

/**
 * By the subject, so that all transfers of one order meet in one stripe: two of them in one transaction lock
 * nothing that another order's two could lock the other way round.
 */
function stripeSeed(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 4), 16);
}
