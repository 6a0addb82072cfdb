import type { TillFilter } from '@/lib/cashier/till-day';

const names = ['day', 'kind', 'asset', 'moneyKind', 'status', 'search', 'cashierId'] as const;

/** The day's filter as the address carries it; what is empty is left out. */
export function dayFilter(asked: Record<string, string | string[] | undefined>): TillFilter {
  const filter: TillFilter = {};
  for (const name of names) {
    const value = asked[name];
    if (typeof value === 'string' && value !== '') filter[name] = value.slice(0, 60);
  }
  return filter;
}
