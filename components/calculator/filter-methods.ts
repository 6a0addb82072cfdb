import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { CalcMethod } from './types';

const kinds: MethodKind[] = ['bank', 'card', 'emoney', 'crypto', 'cash', 'wallet'];

/** Methods by kind in the order people look for them; kinds without methods are left out. */
export function groupByKind<T extends { kind: MethodKind }>(
  methods: T[],
): { kind: MethodKind; methods: T[] }[] {
  return kinds
    .map((kind) => ({ kind, methods: methods.filter((method) => method.kind === kind) }))
    .filter((group) => group.methods.length > 0);
}

type Named = Pick<CalcMethod, 'titles' | 'code' | 'asset' | 'symbol' | 'city'>;

/**
 * Whether every word typed begins a word of the methods: of their titles in both languages, codes, assets, cities. With
 * both methods of a direction given, "sber btc" finds it.
 */
export function matchesMethods(methods: Named[], typed: string): boolean {
  const words = methods.flatMap(({ titles, code, asset, symbol, city }) =>
    wordsOf([titles.en, titles.ru, code, asset, symbol, city ?? ''].join(' ')),
  );
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('ё', 'е');
  return plain.split(/[\s,.()/→-]+/).filter(Boolean);
}
