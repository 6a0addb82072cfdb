import { compare, decimal, divide, type Fraction, isPositive, multiply } from '@/lib/decimal';

/** One typed price: one `base` costs `price` of `quote`. */
export type MarketRateRow = { base: string; quote: string; price: string };

/** Prices by base and quote, both ways; remembers the pairs that were already asked. */
export type MarketRates = { prices: Map<string, Map<string, Fraction>>; known: Map<string, Fraction | null> };

const one: Fraction = { num: 1n, den: 1n };

/** Makes ready to ask what the office has typed in. */
export function marketRates(rows: MarketRateRow[]): MarketRates {
  const prices: MarketRates['prices'] = new Map();
  const keep = (from: string, to: string, rate: Fraction) => {
    const row = prices.get(from) ?? new Map<string, Fraction>();
    const before = row.get(to);
    if (!before || compare(rate, before) < 0) row.set(to, rate);
    prices.set(from, row);
  };
  for (const { base, quote, price } of rows) {
    const rate = decimal(price);
    if (!isPositive(rate) || base === quote) continue;
    keep(base, quote, rate);
    keep(quote, base, divide(one, rate));
  }
  return { prices, known: new Map() };
}

/**
 * How much of `to` one `from` is worth on the market: typed for the pair (in either sense) or by one cross.
 * Null where nothing is known. Where several ways lead there the least is taken: so an exchange there and back at
 * market rates never returns more than it took, however the typed prices disagree.
 */
export function marketRate(rates: MarketRates, from: string, to: string): Fraction | null {
  if (from === to) return one;
  const pair = `${from} ${to}`;
  const known = rates.known.get(pair);
  if (known !== undefined) return known;
  const rate = rates.prices.get(from)?.get(to) ?? leastCross(rates, from, to);
  rates.known.set(pair, rate);
  return rate;
}

function leastCross(rates: MarketRates, from: string, to: string): Fraction | null {
  let least: Fraction | null = null;
  for (const [through, first] of rates.prices.get(from) ?? []) {
    const second = rates.prices.get(through)?.get(to);
    if (!second) continue;
    const rate = multiply(first, second);
    if (!least || compare(rate, least) < 0) least = rate;
  }
  return least;
}
