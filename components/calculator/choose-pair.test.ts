import { describe, expect, test } from 'vitest';
import { choosePair, targetsOf } from './choose-pair';
import type { CalcCatalog, CalcMethod } from './types';

const method = (code: string): CalcMethod => ({
  code,
  kind: 'bank',
  titles: { en: code, ru: code },
  logoFileId: null,
  city: null,
  asset: 'RUB',
  scale: 2,
  symbol: '₽',
});

const catalog: CalcCatalog = {
  methods: ['A', 'B', 'C'].map(method),
  targets: { A: ['B'], B: ['A', 'C'] },
};

describe('the pair shown', () => {
  test('is the wanted one where it is possible', () => {
    expect(choosePair(catalog, { from: 'B', to: 'C' })).toEqual({ from: 'B', to: 'C' });
  });

  test('keeps what is given and takes the first that it can be exchanged for', () => {
    expect(choosePair(catalog, { from: 'A', to: 'C' })).toEqual({ from: 'A', to: 'B' });
  });

  test('finds what to give where only the other side is known', () => {
    expect(choosePair(catalog, { to: 'C' })).toEqual({ from: 'B', to: 'C' });
    expect(choosePair(catalog, { from: 'C', to: 'C' })).toEqual({ from: 'B', to: 'C' });
  });

  test('is the first of the catalog for unknown codes, and none where nothing is open', () => {
    expect(choosePair(catalog, { from: 'constructor', to: '__proto__' })).toEqual({ from: 'A', to: 'B' });
    expect(choosePair({ methods: catalog.methods, targets: {} }, {})).toBeNull();
  });

  test('names inherited by every object are no methods', () => {
    expect(targetsOf(catalog.targets, 'toString')).toEqual([]);
  });
});
