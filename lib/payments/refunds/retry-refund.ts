import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { enqueue } from '@/lib/jobs/boss';
import { parseInput } from '@/lib/parse-input';
import { loadRefund } from '@/lib/payments/refunds/refund-row';

export const retryRefundInput = z.object({ refundId: z.string() });

/**
 * A refund that was never handed to its system, for want of reserve or connection, is tried again. One that the system
 * has refused is not: under the same key it would say the same. Throws `not_found`, `refund_moved`.
 */
export async function retryRefund({
  actor,
  ...input
}: z.input<typeof retryRefundInput> & { actor: Actor }): Promise<void> {
  requireOperator(actor);
  const { refundId } = parseInput(retryRefundInput, input);
  await inTransaction(async (tx) => {
    const refund = (await loadRefund(tx, refundId, { lock: true })) ?? fail('not_found');
    if (refund.status !== 'ready' || refund.way !== 'system') fail('refund_moved');
    await tx.query('UPDATE refunds SET failure = NULL WHERE id = $1', [refundId]);
    await enqueue(tx, 'send-refund', { refundId });
  });
}
