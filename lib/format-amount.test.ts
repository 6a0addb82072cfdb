import { describe, expect, test } from 'vitest';
import { formatAmount } from './format-amount';

describe('formatAmount', () => {
  test('groups thousands and marks decimals as the language does', () => {
    expect(formatAmount('1500.50', 'en')).toBe('1,500.50');
    expect(formatAmount('1500.50', 'ru')).toBe('1\u00a0500,50');
    expect(formatAmount('1234567', 'en')).toBe('1,234,567');
    expect(formatAmount('999', 'ru')).toBe('999');
  });

  test('leaves out idle zeros beyond two decimals and no other digit', () => {
    expect(formatAmount('0.01230000', 'en')).toBe('0.0123');
    expect(formatAmount('1.00000000', 'en')).toBe('1.00');
    expect(formatAmount('0.00000001', 'ru')).toBe('0,00000001');
    expect(formatAmount('0.01230000', 'en', { exact: true })).toBe('0.01230000');
  });

  test('never goes through a floating number', () => {
    expect(formatAmount('9007199254740993.12345678', 'en')).toBe('9,007,199,254,740,993.12345678');
  });

  test('writes a true minus, a plus where asked, and neither for zero', () => {
    expect(formatAmount('-12.5', 'en')).toBe('−12.5');
    expect(formatAmount('12.5', 'en', { signed: true })).toBe('+12.5');
    expect(formatAmount('-0.00', 'en', { signed: true })).toBe('0.00');
  });

  test('refuses what is not a plain decimal', () => {
    for (const text of ['', '1e9', '1,5', 'NaN', ' 1', '.5', '5.', '--1']) {
      expect(() => formatAmount(text, 'en')).toThrow();
    }
  });
});
