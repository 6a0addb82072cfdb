import type { PriceSide } from '@/lib/exchange/pricing';

/** Path of a direction's page, without the language: `/exchange/SBERRUB-BTC`. */
export function pairPath(from: string, to: string): string {
  return `/exchange/${from}-${to}`;
}

/** The two codes of `SBERRUB-BTC`, or null where the text is no pair. */
export function readPair(pair: string): { from: string; to: string } | null {
  const [from, to, ...rest] = decoded(pair).toUpperCase().split('-');
  return from && to && rest.length === 0 ? { from, to } : null;
}

/** `{ give: '50000' }`, or nothing where no amount is typed. */
export function amountQuery(side: PriceSide, text: string): Record<string, string> {
  return text === '' ? {} : { [side]: text };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
