import { describe, expect, it } from 'vitest';
import { receiptKey } from '@/lib/cashier/receipt-key';

describe('the number of a receipt', () => {
  it.each([
    '42',
    ' 42 ',
    '0042',
    '№42',
    '№ 000-42',
    '4-2',
    '#42.',
    '４２',
    '4 2',
    'No. 42',
    'nr 042',
    'Nº42',
  ])('%s is number 42', (text) => {
    expect(receiptKey(text)).toBe('42');
  });

  it('is the same in either case, alphabet and with zeros inside', () => {
    const spellings = ['A-0042', 'a42', 'А 42', 'а/042', 'A.42', 'Á42', 'AO42'];
    expect(new Set(spellings.map(receiptKey))).toEqual(new Set(['A42']));
  });

  it('keeps numbers apart that differ in a letter or figure', () => {
    const numbers = ['42', '420', '402', 'A42', 'B42', '42A', 'Я42'];
    expect(new Set(numbers.map(receiptKey)).size).toBe(numbers.length);
  });

  it('zero is a number', () => {
    expect(receiptKey('000')).toBe('0');
  });

  it.each(['', '  ', '---', '№', '٤٢', '四十二', '🧾'])('"%s" is none', (text) => {
    expect(receiptKey(text)).toBeNull();
  });
});
