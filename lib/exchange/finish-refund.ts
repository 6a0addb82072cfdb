import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { refundTransfer } from '@/lib/exchange/order-ledger';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { post } from '@/lib/ledger/post';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText, optionalShortText } from '@/lib/text';

export const finishRefundInput = z.object({
  orderId: z.string(),
  /** Reference of the payment that went back. */
  reference: optionalShortText(200),
  /** Told to the customer. */
  note: optionalLongText(2000),
});

/**
 * The operator has sent the money back: posted, letter `refunded`.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `no_reserve` where the paying method has not
 * as much left.
 */
export async function finishRefund({
  actor,
  ...input
}: z.input<typeof finishRefundInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, reference, note } = parseInput(finishRefundInput, input);
  const order = await deskOrder(orderId);
  const patch = { receivedUnits: 0n, refundReference: reference || null, note: note || null };
  const { id: methodId, asset, scale } = order.from;
  await tellingShortage({ methodId, asset, scale }, () =>
    inTransaction(async (tx) => {
      const moved = await moveOrder(tx, { order, event: 'refund', mover, patch, details: { reference } });
      await post(tx, refundTransfer(moved, order.receivedUnits, ledgerActor(mover)));
    }),
  );
}
