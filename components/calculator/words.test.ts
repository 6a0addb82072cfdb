import { describe, expect, test } from 'vitest';
import { cutDecimals } from './cut-decimals';
import { readPair } from './pair-path';
import { amountWords, durationWords, feeTerms, rateWords } from './words';

const t = (key: string, values: Record<string, string | number> = {}) =>
  [key, ...Object.values(values)].join('|').replaceAll('\u00a0', ' ');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const english = { from: 'RUB', to: 'BTC', locale: 'en' as const };

describe('words of a price', () => {
  test('a rate begins with the side that is one', () => {
    expect(plain(rateWords(t, { in: '8912345', out: '1' }, english))).toBe('1 BTC = 8,912,345 RUB');
    expect(plain(rateWords(t, { in: '1', out: '92.5' }, { ...english, to: 'KZT' }))).toBe('1 RUB = 92.5 KZT');
    expect(rateWords(t, { in: '1.02', out: '1' }, { ...english, to: 'RUB' })).toBe(
      'rate.sameAsset|1.02 RUB|1 RUB',
    );
  });

  test('an amount is told in the reader’s form', () => {
    expect(plain(amountWords('1234.50', 'RUB', 'ru'))).toBe('1 234,50 RUB');
  });

  test('terms of a fee leave out what is nought', () => {
    const fee = {
      side: 'give',
      of: 'direction',
      asset: 'EUR',
      percent: '0.2',
      fixed: '0.00',
      min: '5.00',
    } as const;
    expect(feeTerms(t, fee, 'en')).toBe('fee.atLeast|0.2 %|5.00 EUR');
    expect(plain(feeTerms(t, { ...fee, percent: '0', fixed: '1.00', min: '0.00' }, 'en'))).toBe('1.00 EUR');
  });

  test('a time is told in its largest whole unit', () => {
    expect(durationWords(t, 20, 'about')).toBe('duration.about.minutes|20');
    expect(durationWords(t, 180, 'exact')).toBe('duration.exact.hours|3');
    expect(durationWords(t, 2880, 'exact')).toBe('duration.exact.days|2');
    expect(durationWords(t, 90, 'exact')).toBe('duration.exact.minutes|90');
  });
});

test('decimals too many are cut, not rounded', () => {
  expect(cutDecimals('1 234,5678', 2)).toBe('1234.56');
  expect(cutDecimals('1,234.999', 2)).toBe('1234.99');
  expect(cutDecimals('0.9', 0)).toBe('0');
  expect(cutDecimals('12', 2)).toBeNull();
});

test('a pair is two codes, in letters of any case', () => {
  expect(readPair('sberrub-BTC')).toEqual({ from: 'SBERRUB', to: 'BTC' });
  for (const pair of ['', 'BTC', 'A-B-C', '-', '%E0%A4%A', 'A-']) expect(readPair(pair)).toBeNull();
});
