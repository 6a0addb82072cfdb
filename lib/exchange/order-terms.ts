import { type Queryable, query } from '@/lib/db';
import { toDecimal } from '@/lib/decimal';
import { type AppErrorCode, fail } from '@/lib/errors';
import { loadPricedDirection } from '@/lib/exchange/catalog';
import type { Order, OrderRow } from '@/lib/exchange/order-row';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { price } from '@/lib/exchange/pricing';
import { formatUnits, mulDiv, roundToStep } from '@/lib/money';

/** What an order comes to: both amounts, its rate, and where the difference to the market goes. */
export type Terms = Pick<
  OrderRow,
  | 'giveUnits'
  | 'getUnits'
  | 'rateIn'
  | 'rateOut'
  | 'marketRate'
  | 'feeGiveUnits'
  | 'feeGetUnits'
  | 'spreadUnits'
>;

/** The rate the order was made at, or the one of now. */
export const rateChoices = ['old', 'present'] as const;

export type RateChoice = (typeof rateChoices)[number];

const anyAmount = { minGiveUnits: null, maxGiveUnits: null, minGetUnits: null, maxGetUnits: null };

/**
 * What the customer gets for the money that has come (none yet: for the amount agreed), at the rate that was chosen.
 * Money that came within the method's tolerance counts as agreed at the old rate. What was paid is not refused for the
 * direction's limits, nor rounded to its steps.
 *
 * Throws `amount_too_small` where nothing would be left to get; at the present rate also `direction_closed`,
 * `rate_missing`, `no_reserve`.
 */
export async function termsFor(db: Queryable, order: Order, rate: RateChoice): Promise<Terms> {
  const units = order.receivedUnits > 0n ? order.receivedUnits : order.giveUnits;
  if (rate === 'present') return presentTerms(db, order, units);
  const tolerance = await toleranceOf(db, order);
  const off = units > order.giveUnits ? units - order.giveUnits : order.giveUnits - units;
  return off <= tolerance ? termsOf(order) : scaledTerms(db, order, units);
}

export type TermsOffer = Record<RateChoice, { get: string } | { code: AppErrorCode }>;

/** Both choices' amounts, or why one of them cannot be chosen. Changes nothing. */
export async function termsOffer(order: Order): Promise<TermsOffer> {
  const of = async (rate: RateChoice) => {
    try {
      const { getUnits } = await termsFor({ query }, order, rate);
      return { get: formatUnits(getUnits, order.to.scale) };
    } catch (error) {
      const code = (error as { code?: AppErrorCode }).code;
      if (error instanceof Error && error.name === 'AppError' && code) return { code };
      throw error;
    }
  };
  return { old: await of('old'), present: await of('present') };
}

/** Amounts and rate as the history tells them. */
export function toldTerms(order: Order, terms: Terms): Record<string, string> {
  return {
    give: formatUnits(terms.giveUnits, order.from.scale),
    get: formatUnits(terms.getUnits, order.to.scale),
    rateIn: terms.rateIn,
    rateOut: terms.rateOut,
  };
}

function termsOf(order: Order): Terms {
  const { giveUnits, getUnits, rateIn, rateOut, marketRate } = order;
  const { feeGiveUnits, feeGetUnits, spreadUnits } = order;
  return { giveUnits, getUnits, rateIn, rateOut, marketRate, feeGiveUnits, feeGetUnits, spreadUnits };
}

/** The same exchange, larger or smaller: what is got is rounded down, the office's fee up. */
async function scaledTerms(db: Queryable, order: Order, giveUnits: bigint): Promise<Terms> {
  const direction = await loadPricedDirection(db, order.directionId);
  const part = (units: bigint) => mulDiv(units, giveUnits, order.giveUnits, 'floor');
  const getUnits = roundToStep(part(order.getUnits), direction?.getStepUnits ?? 1n, 'floor');
  if (getUnits <= 0n) return fail('amount_too_small');
  return {
    ...termsOf(order),
    giveUnits,
    getUnits,
    feeGiveUnits: mulDiv(order.feeGiveUnits, giveUnits, order.giveUnits, 'ceil'),
    feeGetUnits: part(order.feeGetUnits),
    spreadUnits: part(order.spreadUnits),
  };
}

async function presentTerms(db: Queryable, order: Order, giveUnits: bigint): Promise<Terms> {
  const direction = await loadPricedDirection(db, order.directionId);
  if (!direction) return fail('direction_closed');
  // What the order itself holds is there for it.
  const own = order.status === 'canceled' ? 0n : order.getUnits;
  const availableReserveUnits = direction.availableReserveUnits + own;
  const priced = price(
    { ...direction, limits: anyAmount, giveStepUnits: 1n, availableReserveUnits },
    'give',
    giveUnits,
  );
  if (!priced.ok) {
    const available = formatUnits(availableReserveUnits, order.to.scale);
    return fail(priced.code, { params: { available, asset: order.to.asset } });
  }
  const { marketRate, ...terms } = priced.price;
  return { ...terms, marketRate: marketRate && toDecimal(marketRate, 18, 'floor') };
}
