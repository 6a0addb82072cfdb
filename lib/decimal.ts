/**
 * Exact decimals for rates, as fractions of bigints. A rate is never a `number`.
 */
export type Fraction = { num: bigint; den: bigint };

const plain = /^-?\d{1,30}(\.\d{1,30})?$/;

/** Reads a plain decimal such as `6425000.5`. Returns null for anything else. */
export function parseDecimal(text: string): Fraction | null {
  if (!plain.test(text)) return null;
  const [whole = '0', fraction = ''] = text.split('.');
  return reduce({ num: BigInt(whole + fraction), den: 10n ** BigInt(fraction.length) });
}

/** Like parseDecimal for values of our own database, which are known to be decimals. */
export function decimal(text: string): Fraction {
  const value = parseDecimal(text);
  if (!value) throw new RangeError('not a plain decimal');
  return value;
}

/** The product, in lowest terms. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduce({ num: a.num * b.num, den: a.den * b.den });
}

/** The quotient, in lowest terms. `b` must not be zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.num === 0n) throw new RangeError('division by zero');
  const sign = b.num < 0n ? -1n : 1n;
  return reduce({ num: a.num * b.den * sign, den: a.den * b.num * sign });
}

export function isPositive(value: Fraction): boolean {
  return value.num > 0n;
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A plain decimal with at most `places` decimals, without zeros at the end, rounded as named. */
export function toDecimal(value: Fraction, places: number, rounding: 'floor' | 'ceil'): string {
  const scaled = value.num * 10n ** BigInt(places);
  let units = scaled / value.den;
  const remainder = scaled % value.den;
  if (remainder !== 0n) {
    if (rounding === 'ceil' && remainder > 0n) units += 1n;
    if (rounding === 'floor' && remainder < 0n) units -= 1n;
  }
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}

function reduce({ num, den }: Fraction): Fraction {
  let a = num < 0n ? -num : num;
  let b = den;
  while (b !== 0n) [a, b] = [b, a % b];
  return a > 1n ? { num: num / a, den: den / a } : { num, den };
}
