import { multiply } from '@/lib/decimal';
import { ceilDiv } from '@/lib/exchange/price-math';
import type { PricedDirection } from '@/lib/exchange/pricing';
import { formatUnitsShort } from '@/lib/money';
import { percentOfBps } from '@/lib/rates/percent';
import { presentableRate } from './direction-rate';

/** Rate and fees as a monitor reads them: texts, a fee either an amount or a percentage. */
export type FeedTerms = { in: string; out: string; fromFee?: string; toFee?: string; minFee?: string };

const whole = 10_000n;

/**
 * The terms by which a monitor arrives at what an order gets. A fee of the feed is an amount or a percentage, ours can
 * be both: then the percentage goes into the rate and the amount stays a fee, which comes to the same up to the
 * rounding of the rate. Where no line of the feed can say a fee (a least amount beside another fee) the dearest one
 * is told, as monitors demand.
 */
export function feedTerms(direction: PricedDirection & { rate: object }): FeedTerms {
  const give = giveFee(direction);
  const get = { bps: direction.getFee.bps, units: direction.getFee.units };
  const folded = [give, get].filter((fee) => fee.bps > 0 && fee.units > 0n);
  let { in: rateIn, out: rateOut } = direction.rate;
  if (folded.length > 0) {
    const kept = folded.map((fee) => ({ num: whole - BigInt(fee.bps), den: whole }));
    ({ in: rateIn, out: rateOut } = presentableRate(kept.reduce(multiply, direction.rate.value)));
  }
  // The amount now leaves before the percentage does: it must be that much larger.
  const giveUnits = give.bps > 0 ? ceilDiv(give.units * whole, whole - BigInt(give.bps)) : give.units;
  return {
    in: rateIn,
    out: rateOut,
    fromFee: told({ bps: give.bps, units: giveUnits }, direction.fromScale),
    toFee: told(get, direction.toScale),
    minFee: give.minUnits > 0n ? formatUnitsShort(give.minUnits, direction.fromScale) : undefined,
  };
}

/** Both fees on what is given as one: so many percent plus an amount, or percent with a least amount. */
function giveFee({ giveFee: fee }: PricedDirection): { bps: number; units: bigint; minUnits: bigint } {
  const bps = fee.directionBps + fee.methodBps;
  const units = fee.directionUnits + fee.methodUnits;
  if (fee.directionMinUnits <= fee.directionUnits) return { bps, units, minUnits: 0n };
  if (fee.directionBps > 0 && fee.methodBps === 0 && units === 0n)
    return { bps, units, minUnits: fee.directionMinUnits };
  return { bps, units: fee.directionMinUnits + fee.methodUnits, minUnits: 0n };
}

function told(fee: { bps: number; units: bigint }, scale: number): string | undefined {
  if (fee.units > 0n) return formatUnitsShort(fee.units, scale);
  return fee.bps > 0 ? `${percentOfBps(fee.bps)}%` : undefined;
}
