import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, divide, multiply, parseDecimal, toDecimal } from '@/lib/decimal';

const fraction = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 24n }))
  .map(([num, den]) => ({ num, den }));

describe('exact decimals', () => {
  it('reads plain decimals only', () => {
    expect(parseDecimal('6425000.50')).toEqual({ num: 12_850_001n, den: 2n });
    for (const text of ['', '1e3', '1,5', ' 1', '--1', '.5', 'Infinity', 'NaN'])
      expect(parseDecimal(text), text).toBeNull();
  });

  it('dividing undoes multiplying', () => {
    fc.assert(fc.property(fraction, fraction, (a, b) => compare(divide(multiply(a, b), b), a) === 0));
  });

  it('rounds toward the named side by less than one step', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 18 }), (value, places) => {
        const step = { num: 1n, den: 10n ** BigInt(places) };
        const floor = decimal(toDecimal(value, places, 'floor'));
        const ceil = decimal(toDecimal(value, places, 'ceil'));
        expect(compare(floor, value)).toBeLessThanOrEqual(0);
        expect(compare(ceil, value)).toBeGreaterThanOrEqual(0);
        const width = { num: ceil.num * floor.den - floor.num * ceil.den, den: ceil.den * floor.den };
        expect(compare(width, step)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('writes no zeros at the end', () => {
    expect(toDecimal(decimal('1.500'), 8, 'floor')).toBe('1.5');
    expect(toDecimal(decimal('100'), 8, 'floor')).toBe('100');
    expect(toDecimal(decimal('-0.019'), 2, 'floor')).toBe('-0.02');
  });
});
