/**
 * An amount as a system sends it, in the only form that crosses the adapters' border: digits and a point, no zeros at
 * the end. null for anything else: signs, groups, commas, exponents, and more decimals than the asset has. The last
 * one matters most: `100.123` roubles would be read as a hundred thousand by whoever expects groups of three.
 */
export function plainAmount(text: string | null | undefined, decimals: number): string | null {
  const match = /^(\d{1,18})(?:\.(\d{1,30}))?$/.exec(text ?? '');
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > decimals) return null;
  const plain = whole.replace(/^0+(?=\d)/, '');
  return digits === '' ? plain : `${plain}.${digits}`;
}

/** The most decimals that any coin has in the office. */
export const coinDecimals = 8;

const oddDecimals: Record<string, number> = Object.fromEntries([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0]),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3]),
]);

/** Decimals of a currency by ISO 4217. */
export function fiatDecimals(code: string): number {
  return oddDecimals[code] ?? 2;
}

/** `12.5` of a currency as `1250` of its smallest parts; null where it has more decimals than that. */
export function minorUnits(amount: string, decimals: number): bigint | null {
  const plain = plainAmount(amount, decimals);
  if (plain === null) return null;
  const [whole = '', fraction = ''] = plain.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** The other way: `1250n` with two decimals is `12.50`. */
export function fromMinorUnits(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString();
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Whether two plain amounts are the same number: `1.50` and `1.5`. */
export function sameAmount(a: string, b: string): boolean {
  const [first, second] = [plainAmount(a, 30), plainAmount(b, 30)];
  return first !== null && first === second;
}

/** `a − b`, never below zero: what is left of a payment after a system's fee. null where one is no plain amount. */
export function amountLess(a: string, b: string): string | null {
  const [first, second] = [minorUnits(a, 18), minorUnits(b, 18)];
  if (first === null || second === null) return null;
  return plainAmount(fromMinorUnits(first > second ? first - second : 0n, 18), 18);
}
