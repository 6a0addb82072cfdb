import { describe, expect, it } from 'vitest';
import { fromMinorUnits, minorUnits, plainAmount } from '@/lib/payments/plain-amount';

describe('amounts of systems', () => {
  it.each([
    ['1500.000000', '1500.00'],
    ['1500', '1500.00'],
    ['0001500.5', '1500.50'],
    ['0', '0.00'],
    [10.5, '10.50'],
  ])('%s is %s', (given, expected) => expect(plainAmount(given, 2)).toBe(expected));

  it.each([
    '1500.001',
    '1,500.00',
    '1500,00',
    '1.5e3',
    '+1500',
    '-1500',
    ' 1500',
    '1500.',
    '.5',
    '1 500',
    '１５００',
    '1500.00\u200b',
    '0x5dc',
    'NaN',
    '',
    null,
    undefined,
    1e21,
    Number.NaN,
    ['1500'],
  ])('%s is no amount', (given) => expect(plainAmount(given, 2)).toBeNull());

  it('counts in minor units both ways', () => {
    expect(minorUnits('1500.00', 2)).toBe('150000');
    expect(minorUnits('0.05', 2)).toBe('5');
    expect(fromMinorUnits(5, 2)).toBe('0.05');
    expect(fromMinorUnits('150000', 2)).toBe('1500.00');
    expect(fromMinorUnits('7', 0)).toBe('7');
    expect(fromMinorUnits(1.5, 2)).toBeNull();
    expect(fromMinorUnits('-5', 2)).toBeNull();
  });
});
