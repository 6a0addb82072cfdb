import { formatUnitsShort } from '@/lib/money';

/** 50 basis points → `0.5`; nothing for none, as an empty field. */
export function percent(bps: number): string {
  if (bps === 0) return '';
  return `${bps < 0 ? '-' : ''}${formatUnitsShort(BigInt(Math.abs(bps)), 2)}`;
}
