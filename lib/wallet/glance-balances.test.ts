import { describe, expect, it } from 'vitest';
import { balanceChanges, mainBalance } from './glance-balances';

const held = '0.00';

describe('the balance that stands for the wallet', () => {
  it('is the first that is not empty, and the first of all where all are', () => {
    const rub = { asset: 'RUB', balance: '0.00', held };
    const usd = { asset: 'USD', balance: '0.01', held };
    expect(mainBalance([rub, usd])).toBe(usd);
    expect(mainBalance([rub])).toBe(rub);
    expect(mainBalance([])).toBeUndefined();
  });
});

describe('changes of balances', () => {
  const change = (before: string, after: string) =>
    balanceChanges([{ asset: 'RUB', balance: before, held }], [{ asset: 'RUB', balance: after, held }]).RUB;

  it('are told to the last digit and with their sign', () => {
    expect(change('0.00', '1500.50')).toBe('1500.50');
    expect(change('1500.50', '1500.49')).toBe('-0.01');
    expect(change('9007199254740993.01', '9007199254740993.02')).toBe('0.01');
    expect(change('10', '7')).toBe('-3');
  });

  it('are not told where there is none', () => {
    expect(change('5.00', '5.00')).toBeUndefined();
  });

  it('of an asset that was not there begin at nothing', () => {
    expect(balanceChanges([], [{ asset: 'BTC', balance: '0.00000001', held }])).toEqual({
      BTC: '0.00000001',
    });
  });
});
