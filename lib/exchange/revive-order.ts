import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { toDecimal } from '@/lib/decimal';
import { fail } from '@/lib/errors';
import { loadPricedDirection } from '@/lib/exchange/catalog';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { holdTransfer } from '@/lib/exchange/order-ledger';
import type { Order, OrderRow } from '@/lib/exchange/order-row';
import { price } from '@/lib/exchange/pricing';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { newId } from '@/lib/ids';
import { post } from '@/lib/ledger/post';
import { formatUnits } from '@/lib/money';
import { parseInput } from '@/lib/parse-input';

export const reviveOrderInput = z.object({
  orderId: z.string(),
  /** The rate the order was made at, or the one of now for the same amount given. */
  rate: z.enum(['old', 'present'], { error: 'fields.choice' }),
});

type Terms = Pick<
  OrderRow,
  'getUnits' | 'rateIn' | 'rateOut' | 'marketRate' | 'feeGiveUnits' | 'feeGetUnits' | 'spreadUnits'
>;

/**
 * An order that was paid too late goes on as claimed: the amount to be paid out is held anew. The history keeps both
 * amounts and rates.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `no_reserve` (params: available, asset); at the
 * present rate also `direction_closed`, `rate_missing`, `amount_too_small`, `amount_too_large`.
 */
export async function reviveOrder({
  actor,
  ...input
}: z.input<typeof reviveOrderInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, rate } = parseInput(reviveOrderInput, input);
  const order = await deskOrder(orderId);
  const terms = rate === 'old' ? termsOf(order) : await presentTerms(order);
  const patch = {
    ...terms,
    holdId: newId('hld'),
    expiresAt: addMinutes(now(), order.expiryMinutes),
    // He has been waiting since he said that he paid, not since we agreed.
    waitingSince: order.waitingSince,
    canceledAt: null,
    canceledBy: null,
    cancelReason: null,
  };
  const details = { rate, before: told(order, order), after: told(order, terms) };
  const { id: methodId, asset, scale } = order.to;
  await tellingShortage({ methodId, asset, scale }, () =>
    inTransaction(async (tx) => {
      const moved = await moveOrder(tx, { order, event: 'revive', mover, patch, details });
      await post(tx, holdTransfer(moved, ledgerActor(mover)));
    }),
  );
}

/** What the customer would get at the present rate, as a plain decimal; nothing is changed. Throws as `reviveOrder`. */
export async function reviveOffer({
  orderId,
  actor,
}: {
  orderId: string;
  actor: Actor;
}): Promise<{ get: string }> {
  operatorMover(actor);
  const order = await deskOrder(orderId);
  return { get: formatUnits((await presentTerms(order)).getUnits, order.to.scale) };
}

function termsOf(order: Order): Terms {
  const { getUnits, rateIn, rateOut, marketRate, feeGiveUnits, feeGetUnits, spreadUnits } = order;
  return { getUnits, rateIn, rateOut, marketRate, feeGiveUnits, feeGetUnits, spreadUnits };
}

async function presentTerms(order: Order): Promise<Terms> {
  const direction = await loadPricedDirection({ query }, order.directionId);
  if (!direction) return fail('direction_closed');
  // What was paid stays as it is, whatever steps amounts are rounded to by now.
  const priced = price({ ...direction, giveStepUnits: 1n }, 'give', order.giveUnits);
  if (!priced.ok) {
    const available = formatUnits(direction.availableReserveUnits, order.to.scale);
    return fail(priced.code, { params: { available, asset: order.to.asset } });
  }
  const { giveUnits: _, marketRate, ...terms } = priced.price;
  return { ...terms, marketRate: marketRate && toDecimal(marketRate, 18, 'floor') };
}

/** Amount and rate as the history tells them. */
function told(order: Order, terms: Terms): Record<string, string> {
  return { get: formatUnits(terms.getUnits, order.to.scale), rateIn: terms.rateIn, rateOut: terms.rateOut };
}
