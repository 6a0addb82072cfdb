import { decimal, divide, type Fraction, isPositive, multiply } from '@/lib/decimal';

/** So much of `in` gives so much of `out`; `value` is out per in, exactly that of the two texts. */
export type DirectionRate = { in: string; out: string; value: Fraction };

export type RateRule =
  | { kind: 'fixed'; in: string | null; out: string | null }
  /** `spreadBps`: taken off the market rate, in basis points; may be negative. */
  | { kind: 'market'; spreadBps: number };

const significantDigits = 8;
const wholeBps = 10_000n;

/**
 * The rate a customer gets, or null where there is none. A fixed one stands as it was typed. A market one is rounded
 * once, against the customer and to eight digits, so that what is shown, exported and charged is the same number.
 */
export function directionRate(rule: RateRule, market: Fraction | null): DirectionRate | null {
  return rule.kind === 'fixed' ? fixedRate(rule.in, rule.out) : fromMarket(rule.spreadBps, market);
}

function fixedRate(rateIn: string | null, rateOut: string | null): DirectionRate | null {
  if (rateIn === null || rateOut === null) return null;
  const given = decimal(rateIn);
  const got = decimal(rateOut);
  if (!isPositive(given) || !isPositive(got)) return null;
  return { in: plainDecimal(rateIn), out: plainDecimal(rateOut), value: divide(got, given) };
}

function fromMarket(spreadBps: number, market: Fraction | null): DirectionRate | null {
  const kept = wholeBps - BigInt(spreadBps);
  if (!market || !isPositive(market) || kept <= 0n) return null;
  return presentableRate(multiply(market, { num: kept, den: wholeBps }));
}

/** The rate as `1` to a number of eight digits or such a number to `1`, never better for the customer than `exact`. */
export function presentableRate(exact: Fraction): DirectionRate {
  const one = { num: 1n, den: 1n };
  if (exact.num >= exact.den) {
    const out = presentable(exact, 'floor');
    return { in: '1', out, value: decimal(out) };
  }
  const cost = presentable(divide(one, exact), 'ceil');
  return { in: cost, out: '1', value: divide(one, decimal(cost)) };
}

/** A number of at least 1 in eight significant digits. */
function presentable(value: Fraction, rounding: 'floor' | 'ceil'): string {
  const wholeDigits = (value.num / value.den).toString().length;
  const places = significantDigits - wholeDigits;
  // Beyond eight whole digits the rest become zeros: the unit of rounding is then above one.
  const unit = places < 0 ? 10n ** BigInt(-places) : 1n;
  const factor = places > 0 ? 10n ** BigInt(places) : 1n;
  const scaled = (value.num * factor) / (value.den * unit);
  const exact = scaled * value.den * unit === value.num * factor;
  const digits = (rounding === 'ceil' && !exact ? scaled + 1n : scaled) * unit;
  const text = digits.toString().padStart(Math.max(places, 0) + 1, '0');
  if (places <= 0) return text;
  return plainDecimal(`${text.slice(0, -places)}.${text.slice(-places)}`);
}

/** Without zeros at the end, as the database pads them: `91.500000000000000000` → `91.5`. */
export function plainDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
