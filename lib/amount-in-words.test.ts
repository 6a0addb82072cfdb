import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from './amount-in-words';

describe('an amount in words', () => {
  it.each([
    ['1500.50', 'RUB', 'one thousand five hundred RUB 50/100', 'одна тысяча пятьсот RUB 50/100'],
    ['0.00', 'RUB', 'zero RUB 00/100', 'ноль RUB 00/100'],
    ['0.05', 'USD', 'zero USD 05/100', 'ноль USD 05/100'],
    ['21', 'JPY', 'twenty-one JPY', 'двадцать один JPY'],
    ['2000.00', 'RUB', 'two thousand RUB 00/100', 'две тысячи RUB 00/100'],
    ['101.10', 'RUB', 'one hundred and one RUB 10/100', 'сто один RUB 10/100'],
    ['0.01230000', 'BTC', 'zero BTC 0123/10000', 'ноль BTC 0123/10000'],
    ['1.00000001', 'BTC', 'one BTC 00000001/100000000', 'один BTC 00000001/100000000'],
    ['1000000.00', 'RUB', 'one million RUB 00/100', 'один миллион RUB 00/100'],
  ])('%s %s', (value, asset, en, ru) => {
    expect(amountInWords(value, asset, 'en')).toBe(en);
    expect(amountInWords(value, asset, 'ru')).toBe(ru);
  });

  it.each(['', '-1', '1,5', '1.', '.5', '1e3', ' 1', '1500.50 RUB'])('%j is refused', (value) => {
    expect(() => amountInWords(value, 'RUB', 'en')).toThrow('Not a plain decimal');
  });

  it('of two different amounts is never the same, as large as an account may hold', () => {
    const amounts = fc.tuple(fc.bigInt(0n, 2n ** 63n - 1n), fc.bigInt(0n, 2n ** 63n - 1n));
    fc.assert(
      fc.property(amounts, fc.constantFrom('en' as const, 'ru' as const), ([a, b], locale) => {
        fc.pre(a !== b);
        expect(amountInWords(String(a), 'RUB', locale)).not.toBe(amountInWords(String(b), 'RUB', locale));
      }),
    );
  });
});
