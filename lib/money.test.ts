import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUnits, formatUnitsShort, maxUnits, mulDiv, parseAmount, roundToStep } from '@/lib/money';

const scale = fc.integer({ min: 0, max: 8 });
const units = fc.bigInt({ min: 0n, max: maxUnits });

function read(text: string, decimals = 2): bigint | string {
  const parsed = parseAmount(text, decimals);
  return parsed.ok ? parsed.units : parsed.reason;
}

describe('parseAmount', () => {
  it('reads amounts in the forms of any locale', () => {
    for (const text of [
      '1234.5',
      '1234,5',
      '1 234,50',
      '1\u00a0234,5',
      '1\u202f234.5',
      '1,234.50',
      '1.234,50',
      "1'234.50",
      '1234.500',
    ]) {
      expect(read(text), text).toBe(123_450n);
    }
    expect(read('1,234,567')).toBe(123_456_700n);
    expect(read('1.234.567,89')).toBe(123_456_789n);
    expect(read('1,500')).toBe(150_000n);
    expect(read('1.500')).toBe(150_000n);
    expect(read('0,500')).toBe(50n);
    expect(read('1,500', 8)).toBe(150_000_000n);
    expect(read('.5')).toBe(50n);
    expect(read('5.')).toBe(500n);
  });

  it('refuses what is not a plain amount', () => {
    for (const text of [
      'abc',
      '1e9',
      '-5',
      '+5',
      '1.2.3',
      '1,2,3',
      '0x10',
      '١٢٣',
      '1,23.4,5',
      '.',
      ',',
      '5%',
      '1 2 3 руб',
      '12,34.567,8',
      '12,34,567',
    ]) {
      expect(read(text), text).toBe('not_a_number');
    }
    expect(read('   ')).toBe('empty');
    expect(read('1.2345')).toBe('too_many_decimals');
    expect(read('0.234')).toBe('too_many_decimals');
    expect(read('9'.repeat(39))).toBe('too_large');
    expect(read('9'.repeat(10_000))).toBe('not_a_number');
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(
        units,
        scale,
        (amount, decimals) => read(formatUnits(amount, decimals), decimals) === amount,
      ),
    );
    fc.assert(
      fc.property(
        units,
        scale,
        (amount, decimals) => read(formatUnitsShort(amount, decimals), decimals) === amount,
      ),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        scale,
        (text, decimals) => typeof parseAmount(text, decimals).ok === 'boolean',
      ),
    );
  });
});

describe('mulDiv', () => {
  const any = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });

  it('rounds down, up or to the nearest, and never by a whole unit', () => {
    fc.assert(
      fc.property(any, any, positive, (a, num, den) => {
        const floor = mulDiv(a, num, den, 'floor');
        const ceil = mulDiv(a, num, den, 'ceil');
        const even = mulDiv(a, num, den, 'half_even');
        const exact = (a * num) % den === 0n;
        expect(floor * den <= a * num && a * num < (floor + 1n) * den).toBe(true);
        expect(ceil - floor).toBe(exact ? 0n : 1n);
        expect(even === floor || even === ceil).toBe(true);
      }),
    );
    expect([5n, 15n, 25n, -5n, -15n].map((n) => mulDiv(n, 1n, 10n, 'half_even'))).toEqual([
      0n,
      2n,
      2n,
      0n,
      -2n,
    ]);
  });

  it('rounds to a multiple of the step', () => {
    expect(roundToStep(1_234n, 100n, 'floor')).toBe(1_200n);
    expect(roundToStep(1_234n, 100n, 'ceil')).toBe(1_300n);
    expect(roundToStep(1_200n, 100n, 'ceil')).toBe(1_200n);
  });
});
