import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, type Fraction, multiply } from '@/lib/decimal';
import { directionRate, plainDecimal } from './direction-rate';
import { marketRate, marketRates } from './market-rates';

const one: Fraction = { num: 1n, den: 1n };
const typed = (...rows: [string, string, string][]) =>
  marketRates(rows.map(([base, quote, price]) => ({ base, quote, price })));

describe('a market rate', () => {
  const rates = typed(['BTC', 'USD', '100000'], ['USD', 'RUB', '80.5'], ['EUR', 'JPY', '170']);

  it.each([
    ['BTC', 'USD', '100000'],
    ['BTC', 'RUB', '8050000'],
    ['RUB', 'RUB', '1'],
  ])('of %s in %s is %s', (from, to, price) => {
    expect(marketRate(rates, from, to)).toEqual(decimal(price));
  });

  it('is exact the other way round, by a cross as well', () => {
    expect(marketRate(rates, 'USD', 'BTC')).toEqual({ num: 1n, den: 100_000n });
    expect(marketRate(rates, 'RUB', 'BTC')).toEqual({ num: 1n, den: 8_050_000n });
  });

  it('is not known beyond one cross, nor of a price that is none', () => {
    expect(marketRate(rates, 'BTC', 'JPY')).toBeNull();
    expect(marketRate(rates, 'BTC', 'XXX')).toBeNull();
    expect(marketRate(typed(['A', 'B', '0']), 'A', 'B')).toBeNull();
  });

  it('there and back never gains, however the typed prices disagree', () => {
    const asset = fc.constantFrom('A', 'B', 'C', 'D');
    const price = fc.integer({ min: 1, max: 10 ** 9 }).map((units) => (units / 1000).toFixed(3));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(asset, asset, price), { maxLength: 12 }),
        asset,
        asset,
        (rows, from, to) => {
          const some = typed(...rows);
          const there = marketRate(some, from, to);
          const back = marketRate(some, to, from);
          expect(there === null).toBe(back === null);
          if (there && back) expect(compare(multiply(there, back), one)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

describe("the customer's rate", () => {
  const market = (spreadBps: number, text: string) =>
    directionRate({ kind: 'market', spreadBps }, decimal(text));

  it.each([
    [200, '6425000.5', '1', '6296500.4'],
    [0, '91.35', '1', '91.35'],
    [0, '123456789012', '1', '123456780000'],
    [0, '1', '1', '1'],
    [50, '1', '1.0050252', '1'],
    [0, '0.3', '3.3333334', '1'],
    [-100, '0.0001', '9900.9901', '1'],
  ])('with %i off %s is %s to %s', (spreadBps, price, rateIn, rateOut) => {
    expect(market(spreadBps, price)).toMatchObject({ in: rateIn, out: rateOut });
  });

  it('is never better than the market less the spread, and hardly worse', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.integer({ min: -2_000, max: 9_999 }),
        (num, den, spreadBps) => {
          const exact = multiply({ num, den }, { num: BigInt(10_000 - spreadBps), den: 10_000n });
          const rate = directionRate({ kind: 'market', spreadBps }, { num, den });
          expect(rate).not.toBeNull();
          if (!rate) return;
          expect(compare(rate.value, exact)).toBeLessThanOrEqual(0);
          expect(compare(multiply(rate.value, { num: 10_000_001n, den: 10_000_000n }), exact)).toBe(1);
          const [rateIn, rateOut] = [decimal(rate.in), decimal(rate.out)];
          expect(compare(multiply(rate.value, rateIn), rateOut)).toBe(0);
          expect([rate.in, rate.out]).toContain('1');
          for (const text of [rate.in, rate.out])
            expect(text.replace('.', '').replace(/^0+|0+$/g, '').length).toBeLessThanOrEqual(8);
        },
      ),
    );
  });

  it('stands as typed if it is fixed', () => {
    const rate = directionRate({ kind: 'fixed', in: '95.500000000000000000', out: '1.000' }, null);
    expect(rate).toMatchObject({ in: '95.5', out: '1', value: { num: 2n, den: 191n } });
    expect(directionRate({ kind: 'fixed', in: '0', out: '1' }, null)).toBeNull();
    expect(directionRate({ kind: 'fixed', in: null, out: '1' }, one)).toBeNull();
    expect(market(10_000, '5')).toBeNull();
    expect(directionRate({ kind: 'market', spreadBps: 0 }, null)).toBeNull();
    expect(plainDecimal('100')).toBe('100');
  });
});
