import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertBalanced, type Posting } from '@/lib/ledger/posting';
import {
  completionTransfer,
  holdTransfer,
  type OrderMoney,
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
  holdId: fc.constant('hld_1'),
});

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
      fc.property(anyOrder, fc.boolean(), fc.boolean(), (order, receipt, release) => {
        const transfers = [
          holdTransfer(order, 'a'),
          releaseTransfer(order, 'a'),
          receiptTransfer(order, 'a'),
          completionTransfer(order, 'a', { receipt }),
          refundStartTransfer(order, 'a', { receipt, release }),
          refundTransfer(order, 'a'),
        ];
        for (const transfer of transfers) {
          if (!transfer) continue;
          assertBalanced(transfer.postings);
          const names = transfer.postings.map(({ account }) => JSON.stringify(account));
          expect(new Set(names).size).toBe(names.length);
          expect(transfer.postings.every(({ amountUnits }) => amountUnits !== 0n)).toBe(true);
          expect(transfer.key.startsWith('order:ord_1:')).toBe(true);
        }
      }),
    );
  });

  it('come to the same whether the receipt was posted before or with the completion', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const before = sums(
          receiptTransfer(order, 'a').postings,
          completionTransfer(order, 'a', { receipt: false }).postings,
        );
        expect(sums(completionTransfer(order, 'a', { receipt: true }).postings)).toEqual(before);
      }),
    );
  });

  it('leave nothing behind when the money goes back', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const start = refundStartTransfer(order, 'a', { receipt: true, release: true });
        expect(sums(start?.postings ?? [], refundTransfer(order, 'a').postings)).toEqual({});
      }),
    );
  });

  it('leave the office with its fees and its spread, and owing nothing', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const moved = sums(completionTransfer(order, 'a', { receipt: true }).postings);
        expect(Object.keys(moved).some((name) => name.startsWith('obligations'))).toBe(false);
        expect(moved[`reserve ${order.fromMethodId} ${order.fromAsset}`]).toBe(order.giveUnits);
        expect(moved[`reserve ${order.toMethodId} ${order.toAsset}`]).toBe(-order.getUnits);
        expect(moved[`income_spread house ${order.fromAsset}`] ?? 0n).toBe(-order.spreadUnits);
      }),
    );
  });
});
