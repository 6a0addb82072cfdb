import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { giveUpPayments, lockPayments } from '@/lib/exchange/open-payment';
import { deskOrder } from '@/lib/exchange/order-access';
import { holdsReserve, reholdTransfer } from '@/lib/exchange/order-ledger';
import { rateChoices, termsFor, toldTerms } from '@/lib/exchange/order-terms';
import { refuseOwnOrder } from '@/lib/exchange/own-order';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { startPayout } from '@/lib/exchange/start-payout';
import { newId } from '@/lib/ids';
import { post } from '@/lib/ledger/post';
import { parseInput } from '@/lib/parse-input';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import { fullRefund } from '@/lib/payments/refunds/open-refund';

export const acceptReceiptInput = z.object({
  orderId: z.string(),
  rate: z.enum(rateChoices, { error: 'fields.choice' }),
});

/**
 * The operator takes the money as it came: less, more, or from somebody else. The customer gets for it what it comes to
 * at the order's rate, or at the present one; the hold on the reserve is exchanged for one of the new amount, a rest
 * that was asked for is not waited for any more, and an automatic order goes on to its payout. The history keeps both
 * amounts; letter payment_received tells the customer.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `payout_active`, `no_reserve` (params:
 * available, asset), `amount_too_small`; at the present rate also `direction_closed`, `rate_missing`; to its customer
 * `own_order` or `second_person`.
 */
export async function acceptReceipt({
  actor,
  ...input
}: z.input<typeof acceptReceiptInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, rate } = parseInput(acceptReceiptInput, input);
  const order = await deskOrder(orderId);
  const { id: methodId, asset, scale } = order.to;
  await tellingShortage({ methodId, asset, scale }, () =>
    inTransaction(async (tx) => {
      await refuseOwnOrder(tx, order, mover);
      await lockPayments(tx, order.id);
      await giveUpPayments(tx, order.id);
      const terms = await termsFor(tx, order, rate);
      const another = terms.getUnits !== order.getUnits && holdsReserve(order);
      const patch = { ...terms, ...(another && { holdId: newId('hld') }) };
      const details = { rate, before: toldTerms(order, order), after: toldTerms(order, terms) };
      const moved = await moveOrder(tx, { order, event: 'accept', mover, patch, details });
      if (await activePayout(tx, 'order', order.id)) fail('payout_active');
      if (await fullRefund(tx, order.id)) fail('refund_open');
      // Received before, and paid out by people: more of it starts no payout.
      if (order.status === 'in_progress') await startPayout(tx, moved, mover);
      if (another) await post(tx, reholdTransfer(order, moved, ledgerActor(mover)));
    }),
  );
}
