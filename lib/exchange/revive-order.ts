import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { addMinutes, now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { lockPayments, takeUpPayments } from '@/lib/exchange/open-payment';
import { deskOrder } from '@/lib/exchange/order-access';
import { holdsReserve, holdTransfer } from '@/lib/exchange/order-ledger';
import { rateChoices, type TermsOffer, termsFor, termsOffer, toldTerms } from '@/lib/exchange/order-terms';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { startPayout } from '@/lib/exchange/start-payout';
import { newId } from '@/lib/ids';
import { post } from '@/lib/ledger/post';
import { parseInput } from '@/lib/parse-input';

export const reviveOrderInput = z.object({
  orderId: z.string(),
  /** The rate the order was made at, or the one of now for the same amount given. */
  rate: z.enum(rateChoices, { error: 'fields.choice' }),
});

/**
 * An order that was paid too late goes on: as claimed where the customer only says so, as received where the money is
 * here, and for as much as has come; an automatic one goes on to its payout. The amount to be paid out is held anew.
 * The history keeps both amounts and rates.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `no_reserve` (params: available, asset),
 * `amount_too_small`; at the present rate also `direction_closed`, `rate_missing`.
 */
export async function reviveOrder({
  actor,
  ...input
}: z.input<typeof reviveOrderInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, rate } = parseInput(reviveOrderInput, input);
  const order = await deskOrder(orderId);
  const { id: methodId, asset, scale } = order.to;
  await tellingShortage({ methodId, asset, scale }, () =>
    inTransaction(async (tx) => {
      await lockPayments(tx, order.id);
      const terms = await termsFor(tx, order, rate);
      const patch = {
        ...terms,
        ...(holdsReserve(order) && { holdId: newId('hld') }),
        expiresAt: addMinutes(now(), order.expiryMinutes),
        // He has been waiting since he said that he paid, not since we agreed.
        waitingSince: order.waitingSince,
        canceledAt: null,
        canceledBy: null,
        cancelReason: null,
      };
      const details = { rate, before: toldTerms(order, order), after: toldTerms(order, terms) };
      const moved = await moveOrder(tx, { order, event: 'revive', mover, patch, details });
      if (moved.receivedUnits > 0n) await startPayout(tx, moved, mover);
      else await takeUpPayments(tx, order.id);
      if (holdsReserve(moved)) await post(tx, holdTransfer(moved, ledgerActor(mover)));
    }),
  );
}

/**
 * What the customer would get by `reviveOrder` or `acceptReceipt` at each rate, as plain decimals, or why not; nothing
 * is changed. Throws `not_found`.
 */
export async function reviveOffer({
  orderId,
  actor,
}: {
  orderId: string;
  actor: Actor;
}): Promise<TermsOffer> {
  operatorMover(actor);
  return termsOffer(await deskOrder(orderId));
}
