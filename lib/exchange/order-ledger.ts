import type { OrderRow } from '@/lib/exchange/order-row';
import {
  type AccountRef,
  accountId,
  houseAccount,
  reserveAccount,
  walletAccount,
} from '@/lib/ledger/accounts';
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
  | 'receivedUnits'
  | 'holdId'
  | 'fromWallet'
  | 'toWallet'
>;

/** Money of the customer that has come by one payment. */
export type Receipt = {
  paymentId: string;
  /** What he paid, and what the office owes him for it. */
  receivedUnits: bigint;
  /** What the payment system kept of it: the office has that much less. */
  systemFeeUnits: bigint;
};

/** The amount to be paid out is promised to this order. */
export function holdTransfer(order: OrderMoney, actor: string): TransferInput {
  return transfer(order, 'hold', `hold:${holdOf(order)}`, actor, [], [holdStep(order, 'place')]);
}

/** The promise is given back: canceled or expired. */
export function releaseTransfer(order: OrderMoney, actor: string): TransferInput {
  return transfer(order, 'release', `release:${holdOf(order)}`, actor, [], [holdStep(order, 'release')]);
}

/** Another amount is promised instead: both in one transfer, so that what is there already counts for it. */
export function reholdTransfer(before: OrderMoney, after: OrderMoney, actor: string): TransferInput {
  const steps = [holdStep(before, 'release'), holdStep(after, 'place')];
  return transfer(after, 'hold', `hold:${holdOf(after)}`, actor, [], steps);
}

/**
 * One payment of the customer has come, and the office owes. Several payments of an order are a transfer each.
 * `places`: the order is made and paid at one moment, so that what is to be paid out is promised by the same transfer.
 */
export function receiptTransfer(
  order: OrderMoney,
  receipt: Receipt,
  actor: string,
  { places = false } = {},
): TransferInput {
  return received(order, receipt, actor, places && holdsReserve(order) ? [holdStep(order, 'place')] : []);
}

/** Whether an order needs a promise of a reserve: what goes into a wallet is the office's word and nothing else. */
export function holdsReserve({ toWallet }: Pick<OrderMoney, 'toWallet'>): boolean {
  return toWallet === null;
}

/** Where a side's money comes from or goes to: its method's reserve, or the customer's wallet. */
export function sideAccount(order: OrderMoney, side: 'from' | 'to'): AccountRef {
  const { fromMethodId, fromAsset, fromWallet, toMethodId, toAsset, toWallet } = order;
  if (side === 'from')
    return fromWallet === null
      ? reserveAccount(fromMethodId, fromAsset)
      : walletAccount(fromWallet, fromAsset);
  return toWallet === null ? reserveAccount(toMethodId, toAsset) : walletAccount(toWallet, toAsset);
}

/**
 * The money goes out, or into the wallet: the debt is exchanged through the liquidity of both assets, fee and spread
 * are told apart, the hold is taken. What was received a little above or below the agreed amount is spread; what is clearly too much
 * (`tolerance`) stays owed. With `receipt`, for an order whose money is confirmed only now, both are one transfer: two
 * would lock two reserves one after the other, and an order of the opposite direction the other way round.
 */
export function completionTransfer(
  order: OrderMoney,
  actor: string,
  { receipt, toleranceUnits }: { receipt: Receipt | null; toleranceUnits: bigint },
): TransferInput {
  const { fromAsset, toAsset, giveUnits, getUnits, feeGiveUnits, feeGetUnits, spreadUnits } = order;
  const taken = settledUnits(order, toleranceUnits);
  const postings: Posting[] = [
    ...(receipt ? receiptPostings(order, receipt) : []),
    { account: houseAccount('obligations', fromAsset), amountUnits: taken },
    { account: houseAccount('income_fee', fromAsset), amountUnits: -feeGiveUnits },
    { account: houseAccount('income_spread', fromAsset), amountUnits: -(spreadUnits + taken - giveUnits) },
    { account: houseAccount('liquidity', fromAsset), amountUnits: -(giveUnits - feeGiveUnits - spreadUnits) },
    { account: houseAccount('liquidity', toAsset), amountUnits: getUnits + feeGetUnits },
    { account: houseAccount('income_fee', toAsset), amountUnits: -feeGetUnits },
    { account: sideAccount(order, 'to'), amountUnits: -getUnits },
  ];
  const holds = holdsReserve(order) ? [holdStep(order, 'take')] : [];
  return transfer(order, 'completion', 'completion', actor, postings, holds);
}

/** How much of the customer's money an order settles; what is more than tolerated is still his. */
export function settledUnits(
  { giveUnits, receivedUnits }: Pick<OrderMoney, 'giveUnits' | 'receivedUnits'>,
  toleranceUnits: bigint,
): bigint {
  return receivedUnits > giveUnits + toleranceUnits ? giveUnits : receivedUnits;
}

/** The exchange is given up though the money has come: the promise is released, the money is still owed. */
export function refundStartTransfer(
  order: OrderMoney,
  actor: string,
  { receipt, release }: { receipt: Receipt | null; release: boolean },
): TransferInput | null {
  const holds = release && holdsReserve(order) ? [holdStep(order, 'release')] : [];
  if (receipt) return received(order, receipt, actor, holds);
  return holds.length > 0 ? transfer(order, 'release', `release:${holdOf(order)}`, actor, [], holds) : null;
}

/** The money goes back by the method it came by: `units` of what is owed. */
export function refundTransfer(order: OrderMoney, units: bigint, actor: string): TransferInput {
  const back: Posting[] = [
    { account: sideAccount(order, 'from'), amountUnits: -units },
    { account: houseAccount('obligations', order.fromAsset), amountUnits: units },
  ];
  return transfer(order, 'refund', 'refund', actor, back, []);
}

function received(order: OrderMoney, receipt: Receipt, actor: string, holds: HoldStep[]): TransferInput {
  const made = transfer(order, 'receipt', 'receipt', actor, receiptPostings(order, receipt), holds);
  return { ...made, key: `payment:${receipt.paymentId}:receipt` };
}

/** A reserve has more, or a wallet less: the sign is the same. */
function receiptPostings(order: OrderMoney, { receivedUnits, systemFeeUnits }: Receipt): Posting[] {
  const { fromAsset } = order;
  return [
    { account: sideAccount(order, 'from'), amountUnits: receivedUnits - systemFeeUnits },
    { account: houseAccount('system_cost', fromAsset), amountUnits: systemFeeUnits },
    { account: houseAccount('obligations', fromAsset), amountUnits: -receivedUnits },
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
