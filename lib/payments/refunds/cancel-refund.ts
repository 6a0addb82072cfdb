import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { lockOrder } from '@/lib/exchange/lock-order';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { addHistory } from '@/lib/exchange/order-history';
import { exceptionByDebt } from '@/lib/exchange/refund-exception';
import { touchOrder } from '@/lib/exchange/refund-outcome';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { loadRefund, type RefundRow, type RefundStatus } from '@/lib/payments/refunds/refund-row';
import { longText } from '@/lib/text';

export const cancelRefundInput = z.object({ refundId: z.string(), reason: longText(1000) });

/** Decided on, and not in a system's hands. */
const givenUp: readonly RefundStatus[] = ['awaiting_details', 'ready', 'refused'];

/**
 * Takes a refund back that has not gone out: one that waits for approval is rejected, an excess or part is owed to the
 * order again. A full one ended its exchange and is paid, one way or another. Throws `not_found`, `refund_moved`.
 */
export async function cancelRefund({
  actor,
  ...input
}: z.input<typeof cancelRefundInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { refundId, reason } = parseInput(cancelRefundInput, input);
  await inTransaction(async (tx) => {
    const refund = (await loadRefund(tx, refundId, { lock: true })) ?? fail('not_found');
    if (!mayBeCanceled(refund)) fail('refund_moved');
    await tx.query(`UPDATE refunds SET status = 'canceled', failure = $2, next_try_at = NULL WHERE id = $1`, [
      refundId,
      reason,
    ]);
    if (refund.status !== 'awaiting_approval') await giveBack(tx, refund, mover, reason);
    await audit(tx, {
      actor,
      action: 'refund.cancel',
      subject: refundId,
      before: refund.status,
      after: reason,
    });
    tellAfterCommit(tx, 'desk');
  });
}

/** Whether the refund can still be taken back. */
export function mayBeCanceled({ status, kind }: Pick<RefundRow, 'status' | 'kind'>): boolean {
  return status === 'awaiting_approval' || (kind !== 'full' && givenUp.includes(status));
}

async function giveBack(tx: Tx, refund: RefundRow, mover: Mover, reason: string): Promise<void> {
  const order = await lockOrder(tx, refund.orderId);
  const receivedUnits = order.receivedUnits + refund.amountUnits;
  const again = { ...order, receivedUnits, exception: order.exception ?? 'overpaid' };
  const after = await touchOrder(tx, { ...again, exception: await exceptionByDebt(tx, again, 0n) });
  await addHistory(tx, after, 'refund_given_up', mover, { refundId: refund.id, reason });
}
