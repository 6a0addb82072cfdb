import type { CalcCatalog } from './types';

/** The two methods to show: those wanted where they are possible, otherwise the nearest that are. Null: none at all. */
export function choosePair(
  { methods, targets }: CalcCatalog,
  wanted: { from?: string; to?: string },
): { from: string; to: string } | null {
  const sources = methods.map(({ code }) => code).filter((code) => targetsOf(targets, code).length > 0);
  const { to } = wanted;
  const from =
    sources.find((code) => code === wanted.from) ??
    (to ? sources.find((code) => targetsOf(targets, code).includes(to)) : undefined) ??
    sources[0];
  if (!from) return null;
  const possible = targetsOf(targets, from);
  const chosen = possible.find((code) => code === to) ?? possible[0];
  return chosen ? { from, to: chosen } : null;
}

/** What a method can be exchanged for; nothing where it cannot be given. */
export function targetsOf(targets: CalcCatalog['targets'], from: string): string[] {
  return Object.hasOwn(targets, from) ? (targets[from] ?? []) : [];
}
