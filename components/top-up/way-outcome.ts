import { formatUnits, parseAmount } from '@/lib/money';
import { topUpFee } from '@/lib/wallet/top-up/top-up-fee';
import type { TopUpWayView } from '@/lib/wallet/top-up/top-up-page';

/** What a way makes of what is typed: what is credited, what is wrong with it, or nothing where no amount is read. */
export type WayOutcome = { credited: string } | { wrong: 'tooLittle' | 'tooMuch' | 'underFee' } | null;

/** The same arithmetic as the server's, so that the page never promises more than is credited. Pure. */
export function wayOutcome(typed: string, scale: number, way: TopUpWayView): WayOutcome {
  const parsed = parseAmount(typed, scale);
  if (!parsed.ok || parsed.units === 0n) return null;
  const { units } = parsed;
  const min = unitsOf(way.min, scale);
  const max = unitsOf(way.max, scale);
  if (min !== null && units < min) return { wrong: 'tooLittle' };
  if (max !== null && units > max) return { wrong: 'tooMuch' };
  const fee = topUpFee(units, { feeBps: way.feeBps, feeFixedUnits: unitsOf(way.feeFixed, scale) ?? 0n });
  return fee === units ? { wrong: 'underFee' } : { credited: formatUnits(units - fee, scale) };
}

function unitsOf(amount: string | null, scale: number): bigint | null {
  const parsed = amount === null ? null : parseAmount(amount, scale);
  return parsed?.ok ? parsed.units : null;
}
