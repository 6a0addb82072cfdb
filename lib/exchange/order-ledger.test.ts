import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertBalanced, type Posting } from '@/lib/ledger/posting';
import {
  completionTransfer,
  holdsReserve,
  holdTransfer,
  type OrderMoney,
  type Receipt,
  receiptTransfer,
  refundStartTransfer,
  refundTransfer,
  releaseTransfer,
  sideAccount,
} from './order-ledger';

const units = fc.bigInt({ min: 1n, max: 10n ** 15n });
const small = fc.bigInt({ min: 0n, max: 10n ** 9n });

const anyOrder: fc.Arbitrary<OrderMoney> = fc
  .record({
    id: fc.constant('ord_1'),
    fromMethodId: fc.constantFrom('mth_a', 'mth_b'),
    toMethodId: fc.constantFrom('mth_c', 'mth_d'),
    fromAsset: fc.constantFrom('RUB', 'USD'),
    toAsset: fc.constantFrom('RUB', 'BTC'),
    giveUnits: units,
    getUnits: units,
    feeGiveUnits: small,
    feeGetUnits: small,
    spreadUnits: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
    receivedUnits: units,
    holdId: fc.constant('hld_1'),
    fromWallet: fc.constantFrom(null, 'usr_a'),
    toWallet: fc.constantFrom(null, 'usr_a', 'usr_b'),
  })
  // A wallet of one asset is one method, and no direction leads from a method to itself.
  .filter(
    ({ fromWallet, toWallet, fromAsset, toAsset }) =>
      !fromWallet || fromWallet !== toWallet || fromAsset !== toAsset,
  );

const toleranceUnits = 0n;

const paidAsAgreed = anyOrder.map((order) => ({ ...order, receivedUnits: order.giveUnits }));

/** The payment by which all of it came. */
function whole({ receivedUnits }: OrderMoney, systemFeeUnits = 0n): Receipt {
  return { paymentId: 'pay_1', receivedUnits, systemFeeUnits };
}

function sums(...all: Posting[][]): Record<string, bigint> {
  const result: Record<string, bigint> = {};
  for (const { account, amountUnits } of all.flat()) {
    const name = `${account.kind} ${account.owner} ${account.asset}`;
    result[name] = (result[name] ?? 0n) + amountUnits;
  }
  return Object.fromEntries(Object.entries(result).filter(([, sum]) => sum !== 0n));
}

describe('the transfers of an order', () => {
  it('balance per asset, name each account once and move nothing by zero', () => {
    fc.assert(
      fc.property(anyOrder, fc.boolean(), fc.boolean(), small, (order, atOnce, release, fee) => {
        const receipt = atOnce ? whole(order, fee) : null;
        const transfers = [
          holdTransfer(order, 'a'),
          releaseTransfer(order, 'a'),
          receiptTransfer(order, whole(order, fee), 'a'),
          completionTransfer(order, 'a', { receipt, toleranceUnits }),
          refundStartTransfer(order, 'a', { receipt, release }),
          refundTransfer(order, order.receivedUnits, 'a'),
        ];
        for (const transfer of transfers) {
          if (!transfer) continue;
          assertBalanced(transfer.postings);
          const names = transfer.postings.map(({ account }) => JSON.stringify(account));
          expect(new Set(names).size).toBe(names.length);
          expect(transfer.postings.every(({ amountUnits }) => amountUnits !== 0n)).toBe(true);
          expect(transfer.key).toMatch(/^(order:ord_1|payment:pay_1):/);
        }
      }),
    );
  });

  it('come to the same whether the receipt was posted before or with the completion', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const before = sums(
          receiptTransfer(order, whole(order), 'a').postings,
          completionTransfer(order, 'a', { receipt: null, toleranceUnits }).postings,
        );
        const atOnce = completionTransfer(order, 'a', { receipt: whole(order), toleranceUnits });
        expect(sums(atOnce.postings)).toEqual(before);
      }),
    );
  });

  it('leave nothing behind when the money goes back', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const start = refundStartTransfer(order, 'a', { receipt: whole(order), release: true });
        expect(sums(start?.postings ?? [], refundTransfer(order, order.receivedUnits, 'a').postings)).toEqual(
          {},
        );
      }),
    );
  });

  it('leave the office with its fees and its spread, and owing nothing', () => {
    fc.assert(
      fc.property(paidAsAgreed, (order) => {
        const moved = sums(
          completionTransfer(order, 'a', { receipt: whole(order), toleranceUnits }).postings,
        );
        expect(Object.keys(moved).some((name) => name.startsWith('obligations'))).toBe(false);
        expect(moved[nameOf(order, 'from')]).toBe(order.giveUnits);
        expect(moved[nameOf(order, 'to')]).toBe(-order.getUnits);
        expect(moved[`income_spread house ${order.fromAsset}`] ?? 0n).toBe(-order.spreadUnits);
      }),
    );
  });

  it('settle what was received a little off as spread, and leave what is clearly too much owed', () => {
    fc.assert(
      fc.property(paidAsAgreed, fc.bigInt({ min: -1000n, max: 1000n }), (order, off) => {
        fc.pre(order.giveUnits + off > 0n);
        const paid = { ...order, receivedUnits: order.giveUnits + off };
        const tolerated = settle(paid, 1000n);
        expect(tolerated['obligations house RUB'] ?? tolerated['obligations house USD']).toBeUndefined();
        const strict = settle(paid, 0n);
        const owed = strict[`obligations house ${order.fromAsset}`] ?? 0n;
        expect(owed).toBe(off > 0n ? -off : 0n);
      }),
    );
  });

  it('bring the office what was paid less what the system kept', () => {
    fc.assert(
      fc.property(anyOrder, small, (order, fee) => {
        const moved = sums(receiptTransfer(order, whole(order, fee), 'a').postings);
        expect((moved[nameOf(order, 'from')] ?? 0n) + fee).toBe(order.receivedUnits);
        expect(moved[`obligations house ${order.fromAsset}`]).toBe(-order.receivedUnits);
      }),
    );
  });
});

describe('the transfers of an order with a wallet', () => {
  const wallets = anyOrder.filter(({ toWallet }) => toWallet !== null);

  it('promise no reserve for what goes into a wallet, at no step', () => {
    fc.assert(
      fc.property(wallets, fc.boolean(), (order, places) => {
        const free = { ...order, holdId: null };
        expect(holdsReserve(free)).toBe(false);
        expect(receiptTransfer(free, whole(free), 'a', { places }).holds).toEqual([]);
        expect(completionTransfer(free, 'a', { receipt: null, toleranceUnits }).holds).toEqual([]);
        expect(refundStartTransfer(free, 'a', { receipt: null, release: true })).toBeNull();
      }),
    );
  });

  it('take the hold of an order that is made and paid at one moment in the same transfer', () => {
    const paid = anyOrder.map((order) => ({ ...order, fromWallet: 'usr_a', toWallet: null }));
    fc.assert(
      fc.property(paid, (order) => {
        const { holds, postings } = receiptTransfer(order, whole(order), 'a', { places: true });
        expect(holds?.map(({ step, amountUnits }) => [step, amountUnits])).toEqual([
          ['place', order.getUnits],
        ]);
        expect(sums(postings)[`wallet usr_a ${order.fromAsset}`]).toBe(order.receivedUnits);
      }),
    );
  });

  it('move wallets and no reserve where both sides are wallets', () => {
    const both = paidAsAgreed
      .map((order) => ({
        ...order,
        fromWallet: 'usr_a',
        toWallet: 'usr_a',
        fromAsset: 'USD',
        toAsset: 'RUB',
      }))
      .map((order) => ({ ...order, holdId: null }));
    fc.assert(
      fc.property(both, (order) => {
        const { postings } = completionTransfer(order, 'a', { receipt: whole(order), toleranceUnits });
        const moved = sums(postings);
        expect(moved['wallet usr_a USD']).toBe(order.giveUnits);
        expect(moved['wallet usr_a RUB']).toBe(-order.getUnits);
        expect(Object.keys(moved).some((name) => name.startsWith('reserve'))).toBe(false);
      }),
    );
  });
});

function nameOf(order: OrderMoney, side: 'from' | 'to'): string {
  const { kind, owner, asset } = sideAccount(order, side);
  return `${kind} ${owner} ${asset}`;
}

function settle(order: OrderMoney, tolerance: bigint): Record<string, bigint> {
  return sums(completionTransfer(order, 'a', { receipt: whole(order), toleranceUnits: tolerance }).postings);
}
