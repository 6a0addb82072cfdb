/**
 * Amounts as systems write them: plain decimals only. Signs, exponents, groups, commas, spaces and look-alike figures
 * are no amounts, whatever else they could be read as.
 */
const plainDecimal = /^[0-9]{1,24}(\.[0-9]{1,24})?$/;

/**
 * The amount in the asset's scale (`1500.000000` → `1500.00`), or null where it is no plain decimal or has significant
 * decimals beyond the scale. JSON numbers are taken as they print.
 */
export function plainAmount(given: unknown, scale: number): string | null {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string' || !plainDecimal.test(text)) return null;
  const [whole = '', fraction = ''] = text.split('.');
  if (/[1-9]/.test(fraction.slice(scale))) return null;
  const digits = whole.replace(/^0+(?=.)/, '');
  return scale === 0 ? digits : `${digits}.${fraction.slice(0, scale).padEnd(scale, '0')}`;
}

/** A decimal as whole minor units (`1500.00` with scale 2 → `150000`), or null where it is none. */
export function minorUnits(given: unknown, scale: number): string | null {
  const amount = plainAmount(given, scale);
  return amount === null ? null : amount.replace('.', '').replace(/^0+(?=.)/, '');
}

/** Whole minor units as a decimal (`150000` with scale 2 → `1500.00`), or null where they are no whole number. */
export function fromMinorUnits(given: unknown, scale: number): string | null {
  const text = typeof given === 'number' && Number.isSafeInteger(given) ? String(given) : given;
  if (typeof text !== 'string' || !/^[0-9]{1,24}$/.test(text)) return null;
  const padded = text.padStart(scale + 1, '0');
  return plainAmount(scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`, scale);
}
