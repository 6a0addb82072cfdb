import { formatUnitsShort } from '@/lib/money';

/** Basis points as a plain percentage: `50` → `0.5`. */
export function percentOfBps(bps: number): string {
  return formatUnitsShort(BigInt(bps), 2);
}
