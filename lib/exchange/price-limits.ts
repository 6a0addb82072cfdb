import { maxUnits, roundToStep } from '@/lib/money';
import { amountsForGive, type Conversion, giveForGet } from './price-math';

/** Each side's own limits as configured: the tightest of the direction's and the methods'. Null: no limit. */
export type Limits = {
  minGiveUnits: bigint | null;
  maxGiveUnits: bigint | null;
  minGetUnits: bigint | null;
  maxGetUnits: bigint | null;
};

/** What a customer may type on each side: both ends are accepted, one step beyond is not. */
export type Ranges = {
  minGiveUnits: bigint;
  maxGiveUnits: bigint;
  minGetUnits: bigint;
  maxGetUnits: bigint;
};

export type RangesResult =
  | { ok: true; ranges: Ranges }
  | { ok: false; code: 'no_reserve' | 'direction_closed' };

/**
 * The limits of both sides and the reserve, told on both sides. `no_reserve` where only the reserve stands in the way,
 * `direction_closed` where the limits leave nothing by themselves.
 */
export function effectiveRanges(conversion: Conversion, limits: Limits, reserveUnits: bigint): RangesResult {
  const ranges = rangesWithin(conversion, {
    ...limits,
    maxGetUnits: least(limits.maxGetUnits, reserveUnits),
  });
  if (ranges) return { ok: true, ranges };
  return { ok: false, code: rangesWithin(conversion, limits) ? 'no_reserve' : 'direction_closed' };
}

function rangesWithin(conversion: Conversion, limits: Limits): Ranges | null {
  const { giveStepUnits: giveStep, getStepUnits: getStep } = conversion;
  const leastGet = roundToStep(most(limits.minGetUnits, 1n), getStep, 'ceil');
  const mostGet = roundToStep(least(limits.maxGetUnits, maxUnits), getStep, 'floor');
  const leastGive = roundToStep(most(limits.minGiveUnits, 1n), giveStep, 'ceil');
  const mostGive = roundToStep(least(limits.maxGiveUnits, maxUnits), giveStep, 'floor');
  if (leastGet > mostGet || leastGive > mostGive) return null;

  const got = (giveUnits: bigint) => amountsForGive(conversion, giveUnits).getUnits;
  // What one step less than the least give buys would cost less than the least give.
  const tooCheap = got(leastGive - giveStep);
  const ranges: Ranges = {
    minGiveUnits: most(leastGive, giveForGet(conversion, leastGet)),
    // All that buys less than one step beyond the most that may be got.
    maxGiveUnits: least(mostGive, giveForGet(conversion, mostGet + getStep) - giveStep),
    minGetUnits: most(leastGet, tooCheap + getStep),
    maxGetUnits: least(mostGet, got(mostGive)),
  };
  const empty = ranges.minGiveUnits > ranges.maxGiveUnits || ranges.minGetUnits > ranges.maxGetUnits;
  return empty ? null : ranges;
}

function most(a: bigint | null, b: bigint): bigint {
  return a !== null && a > b ? a : b;
}

function least(a: bigint | null, b: bigint): bigint {
  return a !== null && a < b ? a : b;
}
