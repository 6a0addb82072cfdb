import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { confirmByHand } from '@/lib/exchange/confirm-by-hand';
import { exceptionAtEnd } from '@/lib/exchange/exception-at-end';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { completionTransfer } from '@/lib/exchange/order-ledger';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { refuseOwnOrder } from '@/lib/exchange/own-order';
import { postOrder } from '@/lib/exchange/post-order';
import { receiptRate } from '@/lib/exchange/receipt-rate';
import { parseInput } from '@/lib/parse-input';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import { fullRefund } from '@/lib/payments/refunds/open-refund';
import { optionalLongText, optionalShortText } from '@/lib/text';

export const finalizeOrderInput = z.object({
  orderId: z.string(),
  /** Told to the customer. */
  note: optionalLongText(2000),
  /** Reference of the payment that was sent by hand. */
  payoutReference: optionalShortText(200),
});

/**
 * The operator has sent the money, or says that it may go into the wallet: the order is completed, the hold is taken
 * (a wallet is credited), letter U3. Where step 1 was skipped,
 * the receipt of the customer's money is confirmed and posted with it.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `payout_active` while a payout is under way,
 * `own_order` or `second_person` to its customer.
 */
export async function finalizeOrder({
  actor,
  ...input
}: z.input<typeof finalizeOrderInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, note, payoutReference } = parseInput(finalizeOrderInput, input);
  const order = await deskOrder(orderId);
  const at = now();
  const received =
    order.receivedUnits === 0n
      ? {
          receivedAt: at,
          receivedUnits: order.giveUnits,
          receiptMarketRate: await receiptRate(order.fromAsset, order.toAsset),
        }
      : {};
  const patch = {
    completedAt: at,
    note: note || null,
    payoutReference: payoutReference || null,
    ...received,
  };
  await inTransaction(async (tx) => {
    await refuseOwnOrder(tx, order, mover);
    const receipt = await confirmByHand(tx, order, mover);
    const toleranceUnits = await toleranceOf(tx, order);
    const moved = await moveOrder(tx, {
      order,
      event: 'finalize',
      exception: exceptionAtEnd({ ...order, ...received, status: 'completed' }, toleranceUnits),
      mover,
      patch,
      details: { payoutReference },
    });
    // Asked after the move: whoever starts a payout moves the order first.
    if (await activePayout(tx, 'order', order.id)) fail('payout_active');
    if (await fullRefund(tx, order.id)) fail('refund_open');
    await postOrder(tx, moved, completionTransfer(moved, ledgerActor(mover), { receipt, toleranceUnits }));
  });
}
