import { describe, expect, it } from 'vitest';
import { possibleTypes, sideSystem, walletSide } from './direction-type';

describe('the types of a direction with a wallet', () => {
  it('are none of the operator’s where a wallet pays: there is nothing to be claimed', () => {
    expect(possibleTypes({ payIn: walletSide, payOut: null })).toEqual(['semi_automatic']);
    expect(possibleTypes({ payIn: walletSide, payOut: walletSide })).toEqual(['semi_automatic', 'automatic']);
  });

  it('are all where a wallet receives, whoever confirms the money', () => {
    expect(possibleTypes({ payIn: null, payOut: walletSide })).toEqual([
      'operator',
      'semi_automatic',
      'automatic',
    ]);
  });

  it('follow from the method’s kind, whatever connection it has', () => {
    expect(sideSystem('wallet', null)).toBe(walletSide);
    expect(sideSystem('bank', null)).toBeNull();
    expect(sideSystem('emoney', 'simulator')).toBe('simulator');
  });
});
