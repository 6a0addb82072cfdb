import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertBalanced, type Posting } from '@/lib/ledger/posting';
import {
  completionTransfer,
  holdTransfer,
  type OrderMoney,
  type Receipt,
  receiptTransfer,
  refundStartTransfer,
  refundTransfer,
  releaseTransfer,
} from './order-ledger';

const units = fc.bigInt({ min: 1n, max: 10n ** 15n });
const small = fc.bigInt({ min: 0n, max: 10n ** 9n });

const anyOrder: fc.Arbitrary<OrderMoney> = fc.record({
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
});

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
        expect(moved[`reserve ${order.fromMethodId} ${order.fromAsset}`]).toBe(order.giveUnits);
        expect(moved[`reserve ${order.toMethodId} ${order.toAsset}`]).toBe(-order.getUnits);
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
        const reserve = moved[`reserve ${order.fromMethodId} ${order.fromAsset}`] ?? 0n;
        expect(reserve + fee).toBe(order.receivedUnits);
        expect(moved[`obligations house ${order.fromAsset}`]).toBe(-order.receivedUnits);
      }),
    );
  });
});

function settle(order: OrderMoney, tolerance: bigint): Record<string, bigint> {
  return sums(completionTransfer(order, 'a', { receipt: whole(order), toleranceUnits: tolerance }).postings);
}
