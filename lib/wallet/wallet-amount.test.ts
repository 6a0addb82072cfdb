import { expect, it } from 'vitest';
import { readWalletAmount } from './wallet-amount';

const bounds = { scale: 2, asset: 'RUB', minUnits: 100n, maxUnits: 50_000n };

it.each([
  ['1', 100n],
  ['500,00', 50_000n],
  ['1.50', 150n],
  ['123.4500', 12_345n],
])('%s is read', (text, units) => {
  expect(readWalletAmount(text, bounds)).toBe(units);
});

it.each([
  ['', 'required'],
  ['0', 'amountPositive'],
  ['0.00', 'amountPositive'],
  ['-5', 'amount'],
  ['1e3', 'amount'],
  ['NaN', 'amount'],
  ['0x10', 'amount'],
  ['5.0001', 'amountDecimals'],
  ['0.001', 'amountDecimals'],
  ['0.99', 'amountLeast'],
  ['500.01', 'amountMost'],
  ['9'.repeat(30), 'amountTooLarge'],
])('%s is refused as %s', (text, key) => {
  expect(() => readWalletAmount(text, bounds)).toThrow(
    expect.objectContaining({ code: 'invalid_input', fields: { amount: expect.objectContaining({ key }) } }),
  );
});

it('names the nearest amount that would do', () => {
  expect(() => readWalletAmount('0.5', bounds)).toThrow(
    expect.objectContaining({
      fields: { amount: { key: 'amountLeast', params: { nearest: '1.00', asset: 'RUB' } } },
    }),
  );
});
