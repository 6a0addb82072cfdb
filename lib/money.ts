/**
 * Amounts: `bigint` minor units inside, plain decimal strings outside, never a `number`.
 */
export type Rounding = 'floor' | 'ceil' | 'half_even';

/** The largest amount the office takes: 18 digits of units fit into a PostgreSQL bigint with room for sums. */
export const maxUnits = 999_999_999_999_999_999n;

export type ParsedAmount =
  | { ok: true; units: bigint }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'too_many_decimals' | 'too_large' };

const groupSpaces = /[\s\u00a0\u2007\u2009\u202f'’_]/g;

/**
 * Reads an amount as people of any locale write it: `1500.5`, `1 234,5`, `1,234.50`, `1.234,50`, `1'234.5`.
 * A lone separator is a decimal mark, except before exactly three digits of an asset that has fewer decimals than
 * that: `1,500` roubles are one and a half thousand, `1,500` bitcoins are one and a half.
 * Signs, exponents, letters and more decimals than the asset has are refused; trailing zeros beyond the scale are fine.
 */
export function parseAmount(text: string, scale: number): ParsedAmount {
  const compact = text.trim().replace(groupSpaces, '');
  if (compact === '') return { ok: false, reason: 'empty' };
  if (compact.length > 40 || !/^[0-9.,]+$/.test(compact) || !/[0-9]/.test(compact))
    return { ok: false, reason: 'not_a_number' };
  const plain = withoutGroups(compact, scale);
  if (plain === null) return { ok: false, reason: 'not_a_number' };
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > scale) return { ok: false, reason: 'too_many_decimals' };
  const units = BigInt((whole || '0') + digits.padEnd(scale, '0'));
  return units > maxUnits ? { ok: false, reason: 'too_large' } : { ok: true, units };
}

/** `1,234.50` → `1234.50`; null where groups and marks contradict each other. */
function withoutGroups(text: string, scale: number): string | null {
  const lastPoint = text.lastIndexOf('.');
  const lastComma = text.lastIndexOf(',');
  if (lastPoint === -1 && lastComma === -1) return text;
  const mark = lastPoint > lastComma ? '.' : ',';
  const group = mark === '.' ? ',' : '.';
  const marks = text.split(mark).length - 1;
  if (marks > 1) {
    // The same separator twice can only group: 1,234,567
    if (text.includes(group) || !isGrouped(text, mark)) return null;
    return text.replaceAll(mark, '');
  }
  const [whole = '', fraction = ''] = text.split(mark);
  if (scale < 3 && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return whole + fraction;
  if (fraction.includes(group)) return null;
  if (whole.includes(group) && !isGrouped(whole, group)) return null;
  return `${whole.replaceAll(group, '')}.${fraction}`;
}

function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...rest] = text.split(separator);
  return first.length >= 1 && first.length <= 3 && rest.every((part) => part.length === 3);
}

/** Units as a plain decimal with exactly the asset's decimals: `(150050n, 2)` → `1500.50`. */
export function formatUnits(units: bigint, scale: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(digits.length - scale)}`;
  return negative ? `-${text}` : text;
}

/** Like formatUnits without zeros at the end: `0.01230000` → `0.0123`. */
export function formatUnitsShort(units: bigint, scale: number): string {
  const text = formatUnits(units, scale);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `amount × num / den`, rounded as named. `den` must be positive. */
export function mulDiv(amount: bigint, num: bigint, den: bigint, rounding: Rounding): bigint {
  if (den <= 0n) throw new RangeError('mulDiv needs a positive divisor');
  const product = amount * num;
  const quotient = product / den;
  const remainder = product % den;
  if (remainder === 0n) return quotient;
  const below = remainder < 0n ? quotient - 1n : quotient;
  if (rounding === 'floor') return below;
  if (rounding === 'ceil') return below + 1n;
  const twice = 2n * (product - below * den);
  if (twice === den) return below % 2n === 0n ? below : below + 1n;
  return twice < den ? below : below + 1n;
}

/** The nearest multiple of `step` that is not above (floor) or not below (ceil) the amount. */
export function roundToStep(units: bigint, step: bigint, rounding: 'floor' | 'ceil'): bigint {
  return mulDiv(units, 1n, step, rounding) * step;
}
