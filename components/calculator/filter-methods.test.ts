import { describe, expect, test } from 'vitest';
import { groupByKind, matchesMethods } from './filter-methods';

const sber = {
  code: 'SBERRUB',
  titles: { en: 'Sberbank', ru: 'Сбербанк' },
  asset: 'RUB',
  symbol: '₽',
  city: null,
};
const coin = { code: 'BTC', titles: { en: 'Bitcoin', ru: 'Биткоин' }, asset: 'BTC', symbol: '₿', city: null };

describe('methods found by typing', () => {
  test('by the beginning of a word of either language, code, asset or sign', () => {
    for (const typed of ['', 'sber', 'СБЕР', 'сберб', 'rub', '₽', 'SBERRUB', ' sber  rub '])
      expect(matchesMethods([sber], typed)).toBe(true);
    for (const typed of ['bank', 'btc', 'sber btc']) expect(matchesMethods([sber], typed)).toBe(false);
  });

  test('a direction by words of both sides', () => {
    expect(matchesMethods([sber, coin], 'сбер btc')).toBe(true);
    expect(matchesMethods([sber, coin], 'sber eth')).toBe(false);
  });

  test('are grouped by kind, without empty groups', () => {
    const groups = groupByKind([{ kind: 'crypto' as const }, { kind: 'bank' as const }]);
    expect(groups.map(({ kind }) => kind)).toEqual(['bank', 'crypto']);
  });
});
