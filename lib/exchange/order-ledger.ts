import type { OrderRow } from '@/lib/exchange/order-row';
import { accountId, houseAccount, reserveAccount } from '@/lib/ledger/accounts';
import type { HoldStep, Posting, TransferInput } from '@/lib/ledger/posting';

/**
 * The transfers of an order's life, as `post` takes them. Pure: each follows from the order alone, so that a repeated
 * step is a replay and not a second payment. Debit positive, credit negative; every asset sums to zero.
 */
export type OrderMoney = Pick<
  OrderRow,
  | 'id'
  | 'fromMethodId'
  | 'toMethodId'
  | 'fromAsset'
  | 'toAsset'
  | 'giveUnits'
  | 'getUnits'
  | 'feeGiveUnits'
  | 'feeGetUnits'
  | 'spreadUnits'
  | 'holdId'
>;

/** The amount to be paid out is promised to this order. */
export function holdTransfer(order: OrderMoney, actor: string): TransferInput {
  return transfer(order, 'hold', `hold:${holdOf(order)}`, actor, [], [holdStep(order, 'place')]);
}

/** The promise is given back: canceled or expired. */
export function releaseTransfer(order: OrderMoney, actor: string): TransferInput {
  return transfer(order, 'release', `release:${holdOf(order)}`, actor, [], [holdStep(order, 'release')]);
}

/** The customer's money has come, and the office owes. */
export function receiptTransfer(order: OrderMoney, actor: string): TransferInput {
  return transfer(order, 'receipt', 'receipt', actor, receiptPostings(order), []);
}

/**
 * The money goes out: the debt is exchanged through the liquidity of both assets, fee and spread are told apart, the
 * hold is taken. With `receipt`, for an order whose money is confirmed only now, both are one transfer: two would
 * lock two reserves one after the other, and an order of the opposite direction the other way round.
 */
export function completionTransfer(
  order: OrderMoney,
  actor: string,
  { receipt }: { receipt: boolean },
): TransferInput {
  const { fromAsset, toAsset, giveUnits, getUnits, feeGiveUnits, feeGetUnits, spreadUnits } = order;
  const postings: Posting[] = [
    ...(receipt ? receiptPostings(order) : []),
    { account: houseAccount('obligations', fromAsset), amountUnits: giveUnits },
    { account: houseAccount('income_fee', fromAsset), amountUnits: -feeGiveUnits },
    { account: houseAccount('income_spread', fromAsset), amountUnits: -spreadUnits },
    { account: houseAccount('liquidity', fromAsset), amountUnits: -(giveUnits - feeGiveUnits - spreadUnits) },
    { account: houseAccount('liquidity', toAsset), amountUnits: getUnits + feeGetUnits },
    { account: houseAccount('income_fee', toAsset), amountUnits: -feeGetUnits },
    { account: reserveAccount(order.toMethodId, toAsset), amountUnits: -getUnits },
  ];
  return transfer(order, 'completion', 'completion', actor, postings, [holdStep(order, 'take')]);
}

/** The exchange is given up though the money has come: the promise is released, the money is still owed. */
export function refundStartTransfer(
  order: OrderMoney,
  actor: string,
  { receipt, release }: { receipt: boolean; release: boolean },
): TransferInput | null {
  if (!receipt && !release) return null;
  const kind = receipt ? 'receipt' : 'release';
  const what = receipt ? 'receipt' : `release:${holdOf(order)}`;
  const holds = release ? [holdStep(order, 'release')] : [];
  return transfer(order, kind, what, actor, receipt ? receiptPostings(order) : [], holds);
}

/** The money goes back to where it came from. */
export function refundTransfer(order: OrderMoney, actor: string): TransferInput {
  const back = receiptPostings(order).map(({ account, amountUnits }) => ({
    account,
    amountUnits: -amountUnits,
  }));
  return transfer(order, 'refund', 'refund', actor, back, []);
}

function receiptPostings({ fromMethodId, fromAsset, giveUnits }: OrderMoney): Posting[] {
  return [
    { account: reserveAccount(fromMethodId, fromAsset), amountUnits: giveUnits },
    { account: houseAccount('obligations', fromAsset), amountUnits: -giveUnits },
  ];
}

function holdStep(order: OrderMoney, step: HoldStep['step']): HoldStep {
  const account = reserveAccount(order.toMethodId, order.toAsset);
  return { step, holdId: holdOf(order), account, amountUnits: order.getUnits };
}

function holdOf({ id, holdId }: OrderMoney): string {
  if (holdId === null) throw new Error(`the order ${id} holds nothing`);
  return holdId;
}

function transfer(
  order: OrderMoney,
  kind: string,
  what: string,
  actor: string,
  postings: Posting[],
  holds: HoldStep[],
): TransferInput {
  const merged = merge(postings);
  return { key: `order:${order.id}:${what}`, kind, subject: order.id, actor, postings: merged, holds };
}

/** One line an account: an exchange within one asset meets its own accounts twice. */
function merge(postings: Posting[]): Posting[] {
  const sums = new Map<string, Posting>();
  for (const { account, amountUnits } of postings) {
    const id = accountId(account);
    sums.set(id, { account, amountUnits: (sums.get(id)?.amountUnits ?? 0n) + amountUnits });
  }
  return [...sums.values()].filter(({ amountUnits }) => amountUnits !== 0n);
}
