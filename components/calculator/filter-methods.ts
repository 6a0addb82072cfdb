import type { MethodKind } from '@/lib/exchange/catalog-types';
import type { CalcMethod } from './types';

const kinds: MethodKind[] = ['bank', 'card', 'emoney', 'crypto', 'cash'];

/** Methods by kind in the order people look for them; kinds without methods are left out. */
export function groupByKind<T extends { kind: MethodKind }>(
  methods: T[],
): { kind: MethodKind; methods: T[] }[] {
  return kinds
    .map((kind) => ({ kind, methods: methods.filter((method) => method.kind === kind) }))
    .filter((group) => group.methods.length > 0);
}

/** Whether every word typed begins a word of the method: its titles in both languages, code, asset, city. */
export function matchesMethod(method: Omit<CalcMethod, 'scale' | 'logoFileId'>, typed: string): boolean {
  const { titles, code, asset, symbol, city } = method;
  const words = wordsOf([titles.en, titles.ru, code, asset, symbol, city ?? ''].join(' '));
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('ё', 'е');
  return plain.split(/[\s,.()/-]+/).filter(Boolean);
}
