import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { confirmByHand } from '@/lib/exchange/confirm-by-hand';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { refundStartTransfer } from '@/lib/exchange/order-ledger';
import { receiptRate } from '@/lib/exchange/receipt-rate';
import { statusFacts } from '@/lib/exchange/status';
import { post } from '@/lib/ledger/post';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';

export const startRefundInput = z.object({ orderId: z.string(), reason: longText(1000) });

/**
 * The operator gives the exchange up though the money has come: the receipt is posted if it was not, the hold
 * is released, letter refund_started with the reason. The money goes back by hand; `finishRefund` confirms it.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`.
 */
export async function startRefund({
  actor,
  ...input
}: z.input<typeof startRefundInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, reason } = parseInput(startRefundInput, input);
  const order = await deskOrder(orderId);
  const { holds } = statusFacts[order.status];
  const patch =
    order.receivedUnits > 0n
      ? {}
      : {
          receivedAt: now(),
          receivedUnits: order.giveUnits,
          receiptMarketRate: await receiptRate(order.fromAsset, order.toAsset),
        };
  await inTransaction(async (tx) => {
    const receipt = await confirmByHand(tx, order, mover);
    const details = { reason };
    const moved = await moveOrder(tx, { order, event: 'start_refund', mover, patch, details, reason });
    const transfer = refundStartTransfer(moved, ledgerActor(mover), { receipt, release: holds });
    if (transfer) await post(tx, transfer);
  });
}
