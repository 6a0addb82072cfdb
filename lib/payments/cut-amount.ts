import { coinDecimals } from '@/lib/payments/asset-decimals';
import { fromMinorUnits, minorUnits } from '@/lib/payments/plain-amount';

/**
 * An amount of coins in so many decimals at most, cut off, never rounded up: networks count in up to 18, the office in
 * fewer, and dust below that is nobody's. null for what is no plain decimal.
 */
export function cutAmount(text: string | undefined, decimals = coinDecimals): string | null {
  const [, whole, fraction = ''] = /^(\d{1,18})(?:\.(\d{1,40}))?$/.exec(text ?? '') ?? [];
  return whole === undefined
    ? null
    : `${whole}.${fraction.slice(0, decimals).padEnd(decimals, '0')}`.replace(/\.$/, '');
}

/** The sum of what came, each part cut to so many decimals. null where one of them is no plain decimal. */
export function sumOf(amounts: (string | undefined)[], decimals: number): string | null {
  let units = 0n;
  for (const amount of amounts) {
    const cut = minorUnits(cutAmount(amount, decimals), decimals);
    if (cut === null) return null;
    units += BigInt(cut);
  }
  return fromMinorUnits(units.toString(), decimals);
}

/** Decimals that a plain decimal is written with: those of a payment's amount are its asset's. */
export function decimalsOf(amount: string | undefined): number {
  return amount?.split('.')[1]?.length ?? 0;
}

/** The same without zeros at the end: 1 for `1.50`. */
export function significantDecimals(amount: string | undefined): number {
  return amount?.split('.')[1]?.replace(/0+$/, '').length ?? 0;
}
