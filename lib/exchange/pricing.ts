import { divide, type Fraction } from '@/lib/decimal';
import { maxUnits, roundToStep } from '@/lib/money';
import type { DirectionRate } from '@/lib/rates/direction-rate';
import { effectiveRanges, type Limits, type RangesResult } from './price-limits';
import {
  type Amounts,
  amountsForGive,
  type Conversion,
  ceilDiv,
  feesArePossible,
  type GetFee,
  type GiveFee,
  giveForGet,
} from './price-math';

/** Everything a price is made of. Pure: no clock, no database. */
export type PricedDirection = {
  /** The office, the direction and both methods are on, and its type can be done. */
  open: boolean;
  fromScale: number;
  toScale: number;
  rate: DirectionRate | null;
  /** One `from` in `to`, in whole units; null where the market is not known. */
  marketRate: Fraction | null;
  giveFee: GiveFee;
  getFee: GetFee;
  giveStepUnits: bigint;
  getStepUnits: bigint;
  limits: Limits;
  availableReserveUnits: bigint;
};

export type PriceSide = 'give' | 'get';

/** Gives exactly: what is given = its fee + the spread + the market's value of what is got and of the fee on it. */
export type Price = Amounts & {
  spreadUnits: bigint;
  rateIn: string;
  rateOut: string;
  marketRate: Fraction | null;
};

export type PriceProblem =
  | 'amount_too_small'
  | 'amount_too_large'
  | 'no_reserve'
  | 'direction_closed'
  | 'rate_missing';

export type PriceResult =
  | { ok: true; price: Price }
  | { ok: false; code: PriceProblem; nearest?: { giveUnits: bigint; getUnits: bigint } };

/**
 * The price of an amount typed on one side, in units. The given side is rounded up to its step, the received one down;
 * a received amount that is a multiple of its step stays as typed. `nearest` is the closest amount of the same side
 * that is accepted.
 */
export function price(direction: PricedDirection, side: PriceSide, units: bigint): PriceResult {
  const conversion = conversionOf(direction);
  const rate = direction.rate;
  const open = openRanges(direction);
  if (!open.ok || !conversion || !rate) return { ok: false, code: open.ok ? 'rate_missing' : open.code };
  const { ranges } = open;
  const step = side === 'give' ? direction.giveStepUnits : direction.getStepUnits;
  const asked = roundToStep(units, step, side === 'give' ? 'ceil' : 'floor');
  const [min, max] =
    side === 'give' ? [ranges.minGiveUnits, ranges.maxGiveUnits] : [ranges.minGetUnits, ranges.maxGetUnits];
  if (asked >= min && asked <= max)
    return { ok: true, price: priced(direction, rate, amountsFor(conversion, side, asked)) };

  const { giveUnits, getUnits } = amountsFor(conversion, side, asked < min ? min : max);
  const nearest = { giveUnits, getUnits };
  if (asked < min) return { ok: false, code: 'amount_too_small', nearest };
  return {
    ok: false,
    code: outOfReserve(direction, side, asked) ? 'no_reserve' : 'amount_too_large',
    nearest,
  };
}

/** What may be typed on each side now, or why nothing may. */
export function openRanges(
  direction: PricedDirection,
): RangesResult | { ok: false; code: 'direction_closed' | 'rate_missing' } {
  if (!direction.open || !feesArePossible(direction)) return { ok: false, code: 'direction_closed' };
  const conversion = conversionOf(direction);
  if (!conversion) return { ok: false, code: 'rate_missing' };
  return effectiveRanges(conversion, direction.limits, direction.availableReserveUnits);
}

/** Both amounts and fees for an amount of one side that is a multiple of its step. */
function amountsFor(conversion: Conversion, side: PriceSide, units: bigint): Amounts {
  if (side === 'give') return amountsForGive(conversion, units);
  return { ...amountsForGive(conversion, giveForGet(conversion, units)), getUnits: units };
}

function conversionOf(direction: PricedDirection): Conversion | null {
  if (!direction.rate) return null;
  return { ...direction, unitRate: inUnits(direction.rate.value, direction) };
}

/** A rate of whole amounts as a rate of their smallest units. */
function inUnits(rate: Fraction, scales: { fromScale: number; toScale: number }): Fraction {
  const shift = scales.toScale - scales.fromScale;
  return shift >= 0
    ? { num: rate.num * 10n ** BigInt(shift), den: rate.den }
    : { num: rate.num, den: rate.den * 10n ** BigInt(-shift) };
}

function priced(direction: PricedDirection, rate: DirectionRate, amounts: Amounts): Price {
  return {
    ...amounts,
    spreadUnits: spreadUnits(direction, amounts),
    rateIn: rate.in,
    rateOut: rate.out,
    marketRate: direction.marketRate,
  };
}

/** What the office keeps beside its fees, in units of `from`; below zero where it gives more than the market. */
function spreadUnits(direction: PricedDirection, amounts: Amounts): bigint {
  if (!direction.marketRate) return 0n;
  const perUnit = divide({ num: 1n, den: 1n }, inUnits(direction.marketRate, direction));
  const value = ceilDiv((amounts.getUnits + amounts.feeGetUnits) * perUnit.num, perUnit.den);
  return amounts.giveUnits - amounts.feeGiveUnits - value;
}

/** Whether the amount would be taken if only the office had enough of what is asked for. */
function outOfReserve(direction: PricedDirection, side: PriceSide, units: bigint): boolean {
  const unlimited = openRanges({ ...direction, availableReserveUnits: maxUnits });
  if (!unlimited.ok) return false;
  return units <= (side === 'give' ? unlimited.ranges.maxGiveUnits : unlimited.ranges.maxGetUnits);
}
