import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import { keepDecided } from '@/lib/exchange/refund-draft';
import { transition } from '@/lib/exchange/transition';
import { parseInput } from '@/lib/parse-input';
import { openRefund } from '@/lib/payments/refunds/open-refund';
import { settleRefund } from '@/lib/payments/refunds/settle-refund';
import { optionalLongText, optionalShortText } from '@/lib/text';

export const finishRefundInput = z.object({
  orderId: z.string(),
  /** Reference of the payment that went back. */
  reference: optionalShortText(200),
  /** Told to the customer. */
  note: optionalLongText(2000),
});

/**
 * The operator has sent the order's money back by hand: posted, letter `refunded`.
 *
 * Throws `not_found`, `order_moved`, `order_held`, `move_not_allowed`, `refund_moved` where a system has it in hand,
 * `no_reserve` where the paying method has not as much left.
 */
export async function finishRefund({
  actor,
  ...input
}: z.input<typeof finishRefundInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, reference, note } = parseInput(finishRefundInput, input);
  const order = await deskOrder(orderId);
  if (order.status !== 'refunding') {
    // Refused by the table, with who was first.
    await inTransaction((tx) => transition(tx, { order, event: 'refund', mover }));
    return;
  }
  const refundId = await refundOf(order, mover.name);
  await settleRefund({ actor, refundId, reference, note });
}

/** Orders that were being refunded before refunds had rows of their own have none. */
async function refundOf(order: Order, requestedBy: string): Promise<string> {
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [order.id]);
    const open = await openRefund(tx, order.id);
    if (open) return open.id;
    const made = await keepDecided(tx, order, {
      kind: 'full',
      amountUnits: order.receivedUnits,
      feeUnits: 0n,
      basis: 'received',
      reason: '',
      way: 'hand',
      requestedBy,
      requestedById: null,
    });
    return made.id;
  });
}
