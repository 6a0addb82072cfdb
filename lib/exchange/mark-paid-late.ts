import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { moveOrder } from '@/lib/exchange/move-order';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';

export const markPaidLateInput = z.object({
  orderId: z.string(),
  /** Kept in the history, for staff. */
  comment: optionalLongText(1000),
});

/**
 * The operator has seen money come to a canceled order, whoever canceled it: it stays canceled with the exception
 * `paid_late`, letter A4; then it is revived or refunded. Throws `not_found`, `order_moved`, `order_held`,
 * `move_not_allowed`.
 */
export async function markPaidLate({
  actor,
  ...input
}: z.input<typeof markPaidLateInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { orderId, comment } = parseInput(markPaidLateInput, input);
  const order = await deskOrder(orderId);
  // What a wallet pays cannot come unseen.
  if (order.fromWallet !== null) fail('move_not_allowed', { params: { status: order.status } });
  const patch = { claimedAt: order.claimedAt ?? now() };
  await inTransaction(async (tx) => {
    await moveOrder(tx, { order, event: 'claim_late', mover, patch, details: { comment } });
  });
}
