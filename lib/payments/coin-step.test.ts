import { describe, expect, test } from 'vitest';
import { coinDestinationProblem, fitsNetwork } from '@/lib/payments/coin-destination';
import { coinStep } from '@/lib/payments/coin-step';

describe('lines to pay a coin by', () => {
  const address = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

  test('with the code that a wallet reads', () => {
    expect(coinStep({ address, amount: '0.5', network: 'bitcoin' })).toEqual({
      kind: 'instructions',
      lines: [
        { key: 'address', value: address },
        { key: 'amount', value: '0.5' },
        { key: 'network', value: 'Bitcoin' },
      ],
      qr: `bitcoin:${address}?amount=0.5`,
    });
  });

  test('without a code where it could not carry the memo', () => {
    const step = coinStep({ address: 'r1', amount: '5', memo: '77', network: 'ripple' });
    expect(step).not.toHaveProperty('qr');
    expect(step).toMatchObject({ lines: expect.arrayContaining([{ key: 'memo', value: '77' }]) });
  });

  test('a network that is not known has neither code nor name', () => {
    const step = coinStep({ address: 'x', amount: '5', network: undefined });
    expect(step).toEqual({
      kind: 'instructions',
      lines: [
        { key: 'address', value: 'x' },
        { key: 'amount', value: '5' },
      ],
    });
  });
});

describe('where coins are paid to', () => {
  test('some network must know the address; which one is asked before paying', () => {
    expect(coinDestinationProblem({ address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' })).toBeNull();
    expect(coinDestinationProblem({ address: 'nonsense' })).toBe('address');
    expect(coinDestinationProblem({})).toBe('address');
    expect(fitsNetwork('bitcoin', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', false)).toBe(false);
  });

  test('test networks count in a trial only', () => {
    const address = 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx';
    expect([fitsNetwork('bitcoin', address, true), fitsNetwork('bitcoin', address, false)]).toEqual([
      true,
      false,
    ]);
  });
});
