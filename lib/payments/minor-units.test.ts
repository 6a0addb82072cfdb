import { describe, expect, it } from 'vitest';
import { amountLess, fiatDecimals, fromMinorUnits, minorUnits, plainAmount, sameAmount } from './minor-units';

describe('minor units and plain amounts', () => {
  it.each([
    ['1500.000000', 2, '1500'],
    ['100.120', 2, '100.12'],
    ['0.00000001', 8, '0.00000001'],
    ['007', 0, '7'],
    ['0', 2, '0'],
  ])('reads %s', (text, decimals, expected) => {
    expect(plainAmount(text, decimals)).toBe(expected);
  });

  it.each(['100.123', '1,500', '1 500', '-1', '+1', '1e3', '', '.5', '5.', '٣', '1.2.3', '0x10'])(
    'refuses %s',
    (text) => {
      expect(plainAmount(text, 2)).toBeNull();
    },
  );

  it('goes to minor units and back', () => {
    expect(minorUnits('12.5', 2)).toBe(1250n);
    expect(minorUnits('500.00', 0)).toBe(500n);
    expect(minorUnits('500.5', 0)).toBeNull();
    expect(fromMinorUnits(5n, 2)).toBe('0.05');
    expect(fromMinorUnits(500n, 0)).toBe('500');
  });

  it('knows currencies without and with three decimals', () => {
    expect([fiatDecimals('JPY'), fiatDecimals('KWD'), fiatDecimals('USD')]).toEqual([0, 3, 2]);
  });

  it('compares and subtracts', () => {
    expect(sameAmount('1.50', '1.5')).toBe(true);
    expect(sameAmount('1.50', '1.51')).toBe(false);
    expect(amountLess('10', '0.35')).toBe('9.65');
    expect(amountLess('1', '2')).toBe('0');
  });
});
