import type { Fraction } from '@/lib/decimal';
import { roundToStep } from '@/lib/money';

/**
 * From what is given to what is got and back, exact. Every rounding is against the customer, and every function is
 * monotonic: who gives more never gets less.
 */
export type Conversion = {
  /** Units of `to` per unit of `from`: the customer's rate with both scales in it. */
  unitRate: Fraction;
  giveFee: GiveFee;
  getFee: GetFee;
  giveStepUnits: bigint;
  getStepUnits: bigint;
};

/** Taken from what is given: the direction's own fee, which may have a least amount, and the paying method's. */
export type GiveFee = {
  directionBps: number;
  directionUnits: bigint;
  directionMinUnits: bigint;
  methodBps: number;
  methodUnits: bigint;
};

/** Taken from what is received: the receiving method's. */
export type GetFee = { bps: number; units: bigint };

export type Amounts = { giveUnits: bigint; getUnits: bigint; feeGiveUnits: bigint; feeGetUnits: bigint };

const whole = 10_000n;

/** What the amount buys. `giveUnits` is a multiple of its step; what is got may be zero or less for tiny amounts. */
export function amountsForGive(conversion: Conversion, giveUnits: bigint): Amounts {
  const feeGiveUnits = giveFeeUnits(conversion.giveFee, giveUnits);
  const { num, den } = conversion.unitRate;
  const gross = floorDiv((giveUnits - feeGiveUnits) * num, den);
  const feeGetUnits =
    ceilDiv(larger(gross, 0n) * BigInt(conversion.getFee.bps), whole) + conversion.getFee.units;
  const getUnits = roundToStep(gross - feeGetUnits, conversion.getStepUnits, 'floor');
  return { giveUnits, getUnits, feeGiveUnits, feeGetUnits };
}

/** The cheapest amount, a multiple of its step, that yields at least `getUnits` (a multiple of its step). */
export function giveForGet(conversion: Conversion, getUnits: bigint): bigint {
  const { getFee, giveFee, unitRate } = conversion;
  // gross − ceil(gross·p) − u ≥ get  ⇔  gross ≥ (get + u) / (1 − p), because gross is whole.
  const gross = ceilDiv((getUnits + getFee.units) * whole, whole - BigInt(getFee.bps));
  const rated = ceilDiv(gross * unitRate.den, unitRate.num);
  // The same for both shapes of the direction's fee, the proportional and the least one: the larger need wins.
  const methodKept = whole - BigInt(giveFee.methodBps);
  const proportional = ceilDiv(
    (rated + giveFee.directionUnits + giveFee.methodUnits) * whole,
    methodKept - BigInt(giveFee.directionBps),
  );
  const least = ceilDiv((rated + giveFee.directionMinUnits + giveFee.methodUnits) * whole, methodKept);
  return roundToStep(larger(proportional, least), conversion.giveStepUnits, 'ceil');
}

/** The fee on what is given, rounded up once. */
export function giveFeeUnits(fee: GiveFee, giveUnits: bigint): bigint {
  const own = giveUnits * BigInt(fee.directionBps) + fee.directionUnits * whole;
  const atLeast = fee.directionMinUnits * whole;
  const method = giveUnits * BigInt(fee.methodBps) + fee.methodUnits * whole;
  return ceilDiv(larger(own, atLeast) + method, whole);
}

/** Whether the fees leave anything at all to exchange. */
export function feesArePossible({ giveFee, getFee }: Pick<Conversion, 'giveFee' | 'getFee'>): boolean {
  return giveFee.directionBps + giveFee.methodBps < 10_000 && getFee.bps < 10_000;
}

export function ceilDiv(num: bigint, den: bigint): bigint {
  return -floorDiv(-num, den);
}

export function floorDiv(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num % den !== 0n && num < 0n ? quotient - 1n : quotient;
}

/** Of two amounts; Math.max knows no bigint. */
function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
