import { createHash } from 'node:crypto';
import type { Queryable } from '@/lib/db';

/**
 * Every kind of account. `sign` 1: what we have, may not fall below zero. -1: what we owe, may not rise above zero.
 * 0: free, so its balance may lie in several rows ("stripes") and many transactions can post to it at once.
 * `reads`: what the stored sign is multiplied by where people read the account: money we have is shown as stored,
 * what we owe, own or earn the other way round.
 */
export const accountKinds = {
  /** What the office can pay out by a method. Owner: the method's id. */
  reserve: { sign: 1, stripes: 1, reads: 1n },
  /** Where reserves come from and go to by an adjustment. */
  capital: { sign: 0, stripes: 16, reads: -1n },
  /** Where one asset is exchanged for another. */
  liquidity: { sign: 0, stripes: 16, reads: -1n },
  /** What the office owes to orders that are paid and not yet served. */
  obligations: { sign: 0, stripes: 16, reads: -1n },
  income_fee: { sign: 0, stripes: 16, reads: -1n },
  income_spread: { sign: 0, stripes: 16, reads: -1n },
  /** What payment systems keep for themselves of what they move. */
  system_cost: { sign: 0, stripes: 16, reads: 1n },
  /** What the office owes to a customer. Owner: the user's id. */
  wallet: { sign: -1, stripes: 1, reads: -1n },
  /** Cash in a cashier's drawer. Owner: the cashier's user id. */
  drawer: { sign: 1, stripes: 1, reads: 1n },
  /** Cash that was collected from a cashier's drawer and that nobody has received yet. Owner: the cashier's user id. */
  collected: { sign: 1, stripes: 1, reads: 1n },
  /** Real money that cashiers took otherwise than into a drawer. Owner: its kind (`cash`, `card`, `transfer`, `other`). */
  takings: { sign: 0, stripes: 16, reads: 1n },
  /** What drawers had less (or more) than the ledger said when they were counted. */
  drawer_difference: { sign: 0, stripes: 16, reads: 1n },
  /** What wallets' money was taken back for without real money handed out. */
  written_off: { sign: 0, stripes: 16, reads: -1n },
} as const satisfies Record<string, { sign: -1 | 0 | 1; stripes: number; reads: 1n | -1n }>;

export type AccountKind = keyof typeof accountKinds;

/** Which account is meant. `owner`: a method's id for reserves, a user's id for wallets, drawers and what was collected from them, a kind of money for takings, `house` for the rest. */
export type AccountRef = { kind: AccountKind; owner: string; asset: string };

/** The owner of accounts that are the office's own. */
export const house = 'house';

export function isAccountKind(text: string): text is AccountKind {
  return Object.hasOwn(accountKinds, text);
}

export function reserveAccount(methodId: string, asset: string): AccountRef {
  return { kind: 'reserve', owner: methodId, asset };
}

export function houseAccount(
  kind: Exclude<AccountKind, 'reserve' | 'wallet' | 'drawer' | 'collected' | 'takings'>,
  asset: string,
): AccountRef {
  return { kind, owner: house, asset };
}

/** What the office owes to a customer. */
export function walletAccount(userId: string, asset: string): AccountRef {
  return { kind: 'wallet', owner: userId, asset };
}

/** Every account that orders of a method touch. Made before the first of them, or the first ones wait for each other. */
export function accountsOfMethod(methodId: string, asset: string): AccountRef[] {
  const kinds = [
    'capital',
    'liquidity',
    'obligations',
    'income_fee',
    'income_spread',
    'system_cost',
  ] as const;
  return [reserveAccount(methodId, asset), ...kinds.map((kind) => houseAccount(kind, asset))];
}

const knownIds = new Map<string, string>();
const maxKnownIds = 10_000;

/**
 * The id of an account follows from what it is, so that nobody has to look it up: 80 bits of a hash. A posting asks for
 * the same few several times: they are kept.
 */
export function accountId({ kind, owner, asset }: AccountRef): string {
  const named = JSON.stringify([kind, owner, asset]);
  const known = knownIds.get(named);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(named).digest('hex');
  const id = `acc_${BigInt(`0x${digest.slice(0, 20)}`)
    .toString(32)
    .padStart(16, '0')}`;
  if (knownIds.size >= maxKnownIds) knownIds.clear();
  knownIds.set(named, id);
  return id;
}

/**
 * Makes the accounts that are not there yet, with an empty balance in each of their stripes. Sorted, so that two
 * transactions which make the same accounts wait for each other in one order; those that are there are not touched, or
 * this would wait for whoever changes them.
 */
export async function createAccounts(db: Queryable, refs: AccountRef[]): Promise<void> {
  await db.query(
    `WITH wanted AS MATERIALIZED (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[])
         AS w(id, kind, owner, asset_code, sign, stripes)
       WHERE NOT EXISTS (SELECT FROM ledger_accounts WHERE id = w.id)
     ), made AS (
       INSERT INTO ledger_accounts (id, kind, owner, asset_code, sign, stripes)
       SELECT id, kind, owner, asset_code, sign, stripes FROM wanted ORDER BY id
       ON CONFLICT DO NOTHING
     )
     INSERT INTO ledger_balances (account_id, stripe, sign)
     SELECT id, stripe, sign FROM wanted, generate_series(0, stripes - 1) AS stripe ORDER BY id, stripe
     ON CONFLICT DO NOTHING`,
    [
      refs.map(accountId),
      refs.map((ref) => ref.kind),
      refs.map((ref) => ref.owner),
      refs.map((ref) => ref.asset),
      refs.map((ref) => accountKinds[ref.kind].sign),
      refs.map((ref) => accountKinds[ref.kind].stripes),
    ],
  );
}
