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
  const giveForLeastGet = giveForGet(conversion, leastGet);
  const minGiveUnits = most(leastGive, giveForLeastGet);
  const maxGiveUnits =
    got(mostGive) <= mostGet ? mostGive : most(minGiveUnits, giveForGet(conversion, mostGet));
  // A step of what is given may be worth many of what is got, and so leap over the most that may be got.
  const beyond = giveForGet(conversion, mostGet + getStep);
  const ranges: Ranges = {
    minGiveUnits,
    maxGiveUnits: least(maxGiveUnits, beyond - giveStep),
    minGetUnits: giveForLeastGet >= leastGive ? leastGet : leastGetFor(conversion, leastGive),
    maxGetUnits: least(mostGet, got(mostGive)),
  };
  const empty = ranges.minGiveUnits > ranges.maxGiveUnits || ranges.minGetUnits > ranges.maxGetUnits;
  return empty ? null : ranges;
}

/** What the least give buys, or a step more where less than the least would buy that too. */
function leastGetFor(conversion: Conversion, leastGive: bigint): bigint {
  const { getUnits } = amountsForGive(conversion, leastGive);
  return giveForGet(conversion, getUnits) < leastGive ? getUnits + conversion.getStepUnits : getUnits;
}

function most(a: bigint | null, b: bigint): bigint {
  return a !== null && a > b ? a : b;
}

function least(a: bigint | null, b: bigint): bigint {
  return a !== null && a < b ? a : b;
}
