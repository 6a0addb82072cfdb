import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, type Fraction } from '@/lib/decimal';
import { directionRate } from '@/lib/rates/direction-rate';
import { openRanges, type PricedDirection, price } from './pricing';

const noFees = {
  giveFee: { directionBps: 0, directionUnits: 0n, directionMinUnits: 0n, methodBps: 0, methodUnits: 0n },
  getFee: { bps: 0, units: 0n },
};
const noLimits = { minGiveUnits: null, maxGiveUnits: null, minGetUnits: null, maxGetUnits: null };
const plenty = 10n ** 17n;

const scale = fc.integer({ min: 0, max: 8 });
const bps = fc.integer({ min: 0, max: 2_000 });
const smallUnits = fc.bigInt({ min: 0n, max: 10_000n });
const step = fc.oneof(fc.constant(1n), fc.constantFrom(5n, 100n, 1_000n));
const market: fc.Arbitrary<Fraction> = fc.record({
  num: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  den: fc.bigInt({ min: 1n, max: 10n ** 9n }),
});
const limit = fc.option(fc.bigInt({ min: 1n, max: 10n ** 9n }), { nil: null });
const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });

const anyDirection: fc.Arbitrary<PricedDirection> = fc
  .record({
    fromScale: scale,
    toScale: scale,
    market,
    spreadBps: fc.integer({ min: -500, max: 3_000 }),
    giveFee: fc.record({
      directionBps: bps,
      directionUnits: smallUnits,
      directionMinUnits: smallUnits,
      methodBps: bps,
      methodUnits: smallUnits,
    }),
    getFee: fc.record({ bps, units: smallUnits }),
    giveStepUnits: step,
    getStepUnits: step,
    limits: fc.record({ minGiveUnits: limit, maxGiveUnits: limit, minGetUnits: limit, maxGetUnits: limit }),
    availableReserveUnits: fc.oneof(fc.constant(plenty), fc.bigInt({ min: 0n, max: 10n ** 9n })),
  })
  .map(({ market: rate, spreadBps, ...rest }) => ({
    ...rest,
    open: true,
    marketRate: rate,
    rate: directionRate({ kind: 'market', spreadBps }, rate),
  }));

const side = fc.constantFrom('give' as const, 'get' as const);

describe('a price', () => {
  it('comes apart into fees, spread and the market value of what is got', () => {
    fc.assert(
      fc.property(anyDirection, side, amount, (direction, typed, units) => {
        const result = price(direction, typed, units);
        fc.pre(result.ok);
        if (!result.ok) return;
        const { giveUnits, getUnits, feeGiveUnits, feeGetUnits, spreadUnits } = result.price;
        const bought = giveUnits - feeGiveUnits - spreadUnits;
        const worth = worthUnits(direction, getUnits + feeGetUnits);
        expect(bought * worth.den >= worth.num && (bought - 1n) * worth.den < worth.num).toBe(true);
        expect(giveUnits % direction.giveStepUnits).toBe(0n);
        expect(getUnits % direction.getStepUnits).toBe(0n);
        expect(getUnits > 0n && feeGiveUnits >= 0n && feeGetUnits >= 0n).toBe(true);
        expect(getUnits <= direction.availableReserveUnits).toBe(true);
      }),
    );
  });

  it('asked from the receiving side yields that amount for the cheapest give', () => {
    fc.assert(
      fc.property(unlimited(anyDirection), amount, (direction, units) => {
        const result = price(direction, 'get', units);
        fc.pre(result.ok);
        if (!result.ok) return;
        const { giveUnits, getUnits } = result.price;
        expect(getUnits).toBe(units - (units % direction.getStepUnits));
        expect(got(direction, giveUnits) >= getUnits).toBe(true);
        expect(got(direction, giveUnits - direction.giveStepUnits) < getUnits).toBe(true);
      }),
    );
  });

  it('never falls when more is given', () => {
    fc.assert(
      fc.property(unlimited(anyDirection), amount, smallUnits, (direction, units, more) => {
        expect(got(direction, units + more) >= got(direction, units)).toBe(true);
      }),
    );
  });

  it('of a circle A to B to A at market rates without fees never returns more than it took', () => {
    fc.assert(
      fc.property(scale, scale, market, step, step, amount, (from, to, rate, stepA, stepB, units) => {
        const back = divide({ num: 1n, den: 1n }, rate);
        const there = free({ fromScale: from, toScale: to, giveStepUnits: stepA, getStepUnits: stepB }, rate);
        const here = free({ fromScale: to, toScale: from, giveStepUnits: stepB, getStepUnits: stepA }, back);
        const first = price(there, 'give', units);
        if (!first.ok) return;
        const second = price(here, 'give', first.price.getUnits);
        if (second.ok) expect(second.price.getUnits <= first.price.giveUnits).toBe(true);
        const exact = price(here, 'get', first.price.giveUnits);
        if (exact.ok) expect(exact.price.giveUnits >= first.price.getUnits).toBe(true);
      }),
    );
  });
});

describe('limits', () => {
  it('accept both their ends and nothing beyond', () => {
    fc.assert(
      fc.property(anyDirection, side, (direction, typed) => {
        const open = openRanges(direction);
        fc.pre(open.ok);
        if (!open.ok) return;
        const r = open.ranges;
        const stepUnits = typed === 'give' ? direction.giveStepUnits : direction.getStepUnits;
        const [min, max] =
          typed === 'give' ? [r.minGiveUnits, r.maxGiveUnits] : [r.minGetUnits, r.maxGetUnits];
        for (const edge of [min, max]) {
          const result = price(direction, typed, edge);
          expect(result.ok).toBe(true);
          if (result.ok) expectWithinLimits(direction, result.price, typed);
        }
        expect(price(direction, typed, min - stepUnits)).toMatchObject({ code: 'amount_too_small' });
        expect(price(direction, typed, max + stepUnits).ok).toBe(false);
      }),
    );
  });

  it('name a nearest amount that is itself accepted', () => {
    fc.assert(
      fc.property(anyDirection, side, amount, (direction, typed, units) => {
        const refused = price(direction, typed, units);
        if (refused.ok || !refused.nearest) return;
        const again = price(direction, typed, refused.nearest[typed === 'give' ? 'giveUnits' : 'getUnits']);
        expect(again).toMatchObject({ ok: true, price: refused.nearest });
      }),
    );
  });

  it('say no reserve where only the reserve is in the way', () => {
    const direction = free(
      { fromScale: 2, toScale: 2, giveStepUnits: 1n, getStepUnits: 1n },
      { num: 2n, den: 1n },
    );
    const limits = { ...noLimits, minGetUnits: 10_000n };
    const empty = { ...direction, limits, availableReserveUnits: 9_999n };
    expect(price(empty, 'give', 5_000n)).toEqual({ ok: false, code: 'no_reserve' });
    const some = { ...direction, limits, availableReserveUnits: 12_000n };
    expect(price(some, 'give', 7_000n)).toEqual({
      ok: false,
      code: 'no_reserve',
      nearest: { giveUnits: 6_000n, getUnits: 12_000n },
    });
    expect(price({ ...some, limits: { ...limits, maxGetUnits: 11_000n } }, 'give', 7_000n)).toMatchObject({
      code: 'amount_too_large',
      nearest: { giveUnits: 5_500n, getUnits: 11_000n },
    });
  });

  it('that contradict each other close the direction, as does a missing rate', () => {
    const direction = free(
      { fromScale: 2, toScale: 2, giveStepUnits: 1n, getStepUnits: 1n },
      { num: 2n, den: 1n },
    );
    const limits = { ...noLimits, minGiveUnits: 10n, maxGiveUnits: 9n };
    expect(price({ ...direction, limits }, 'give', 10n)).toEqual({ ok: false, code: 'direction_closed' });
    expect(price({ ...direction, open: false }, 'give', 10n)).toEqual({
      ok: false,
      code: 'direction_closed',
    });
    expect(price({ ...direction, rate: null }, 'give', 10n)).toEqual({ ok: false, code: 'rate_missing' });
  });
});

function free(scales: Partial<PricedDirection> & { fromScale: number; toScale: number }, rate: Fraction) {
  const direction: PricedDirection = {
    open: true,
    giveStepUnits: 1n,
    getStepUnits: 1n,
    ...noFees,
    ...scales,
    marketRate: rate,
    rate: directionRate({ kind: 'market', spreadBps: 0 }, rate),
    limits: noLimits,
    availableReserveUnits: plenty,
  };
  return direction;
}

function unlimited(directions: fc.Arbitrary<PricedDirection>) {
  return directions.map((direction) => ({ ...direction, limits: noLimits, availableReserveUnits: plenty }));
}

/** What a give buys; 0 where it buys nothing or too much to be told. */
function got(direction: PricedDirection, units: bigint): bigint {
  const result = price(direction, 'give', units);
  if (result.ok) return result.price.getUnits;
  return result.code === 'amount_too_small' ? 0n : plenty;
}

/** Value of units of `to` at the market, in units of `from`. */
function worthUnits({ marketRate, fromScale, toScale }: PricedDirection, units: bigint): Fraction {
  const rate = marketRate ?? { num: 1n, den: 1n };
  return {
    num: units * rate.den * 10n ** BigInt(fromScale),
    den: rate.num * 10n ** BigInt(toScale),
  };
}

function expectWithinLimits(
  { limits, availableReserveUnits }: PricedDirection,
  { giveUnits, getUnits }: { giveUnits: bigint; getUnits: bigint },
  typed: 'give' | 'get',
) {
  expect(giveUnits >= (limits.minGiveUnits ?? 0n), `min give from ${typed}`).toBe(true);
  expect(giveUnits <= (limits.maxGiveUnits ?? giveUnits), `max give from ${typed}`).toBe(true);
  expect(getUnits >= (limits.minGetUnits ?? 0n), `min get from ${typed}`).toBe(true);
  expect(getUnits <= (limits.maxGetUnits ?? getUnits), `max get from ${typed}`).toBe(true);
  expect(getUnits <= availableReserveUnits, `reserve from ${typed}`).toBe(true);
}
