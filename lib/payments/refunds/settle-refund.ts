import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { refundPaid } from '@/lib/exchange/refund-outcome';
import { tellingShortage } from '@/lib/exchange/reserve-shortage';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import {
  loadRefund,
  type RefundRow,
  type RefundStatus,
  refundColumnsOf,
} from '@/lib/payments/refunds/refund-row';
import { optionalLongText, optionalShortText } from '@/lib/text';

export const settleRefundInput = z.object({
  refundId: z.string(),
  /** Reference of the payment that went back. */
  reference: optionalShortText(200),
  /** Told to the customer. */
  note: optionalLongText(2000),
});

/** No system has it in hand. The operator may know where to without the customer's word. */
const byHand: readonly RefundStatus[] = ['awaiting_details', 'ready', 'refused'];

/**
 * The operator has sent a refund back by hand: posted, letter `refunded`.
 *
 * Throws `not_found`, `refund_moved`, `order_held`, `no_reserve` where the method has not as much left.
 */
export async function settleRefund({
  actor,
  ...input
}: z.input<typeof settleRefundInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { refundId, reference, note } = parseInput(settleRefundInput, input);
  const found = (await loadRefund({ query }, refundId)) ?? fail('not_found');
  const { from } = await deskOrder(found.orderId);
  await tellingShortage({ methodId: from.id, asset: from.asset, scale: from.scale }, () =>
    inTransaction(async (tx) => {
      const refund = (await loadRefund(tx, refundId, { lock: true })) ?? fail('not_found');
      if (!byHand.includes(refund.status)) fail('refund_moved');
      const settled = await tx.one<RefundRow>(
        `UPDATE refunds r SET status = 'settled', way = 'hand', reference = $2, settled_at = $3, next_try_at = NULL
         WHERE r.id = $1 RETURNING ${refundColumnsOf('r')}`,
        [refundId, reference || null, now()],
      );
      tellAfterCommit(tx, 'desk');
      await refundPaid(tx, { refund: settled, mover, held: false, ...(note && { note }) });
    }),
  );
}
