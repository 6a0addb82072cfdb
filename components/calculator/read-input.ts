import type { PriceSide } from '@/lib/exchange/pricing';
import { amountTextMax } from './types';

/** Parameters of an address or fields of a form, as the framework hands them over. */
export type RawQuery = Record<string, string | string[] | undefined>;

/** What an address asks of the calculator; methods may be missing or unknown. */
export type WantedInput = { from?: string; to?: string; side: PriceSide; text: string };

/**
 * Reads the calculator's state from an address: a deep link (`?give=50000` or `?get=0.01`), or the form sent without
 * JavaScript. That form carries both amounts and, as `wasGive` and `wasGet`, what stood there when it was shown: the
 * one that differs is the one the customer typed. `useGive` and `useGet` are the buttons with the nearest amount.
 */
export function readInput(query: RawQuery): WantedInput {
  const one = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value)?.trim().slice(0, amountTextMax);
  };
  const from = one('from')?.toUpperCase() || undefined;
  const to = one('to')?.toUpperCase() || undefined;
  const side = sideOf(one);
  const text = one(side === 'give' ? 'useGive' : 'useGet') ?? one(side) ?? '';
  return { from, to, side, text };
}

function sideOf(one: (name: string) => string | undefined): PriceSide {
  if (one('useGive') !== undefined) return 'give';
  if (one('useGet') !== undefined) return 'get';
  const give = one('give');
  const get = one('get');
  if (give === undefined || get === undefined)
    return give === undefined && get !== undefined ? 'get' : 'give';
  if (give !== (one('wasGive') ?? '')) return 'give';
  if (get !== (one('wasGet') ?? '')) return 'get';
  return one('side') === 'get' ? 'get' : 'give';
}
