import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor, UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { enqueue } from '@/lib/jobs/boss';
import { queueLetters } from '@/lib/notify/queue-letter';
import { parseInput } from '@/lib/parse-input';
import { isByHand } from '@/lib/payments/payouts/by-hand';
import { loadPayout, type PayoutRow } from '@/lib/payments/payouts/payout-row';
import { tellPayoutPages } from '@/lib/payments/payouts/tell-pages';
import { handLetters } from '@/lib/wallet/withdrawal/withdrawal-letters';
import { loadWithdrawal } from '@/lib/wallet/withdrawal/withdrawal-row';

export const approvePayoutInput = z.object({ payoutId: z.string() });

/**
 * The second person lets a large payout go. One that the office's rules asked for, and no person, is approved by any
 * operator. What is paid by hand waits for whoever pays it from then on. Throws `not_found`, `second_person` to whoever asked for it himself, or whose order it pays, `payout_moved`.
 */
export async function approvePayout({
  actor,
  ...input
}: z.input<typeof approvePayoutInput> & { actor: Actor }): Promise<void> {
  const operator = requireOperator(actor);
  const { payoutId } = parseInput(approvePayoutInput, input);
  await inTransaction(async (tx) => {
    const payout = (await loadPayout(tx, payoutId, { lock: true })) ?? fail('not_found');
    if (payout.status !== 'awaiting_approval') fail('payout_moved');
    if (await isOwn(tx, payout, operator)) fail('second_person');
    const at = now();
    const byHand = isByHand(payout);
    await tx.query(
      `UPDATE payouts SET status = 'queued', approved_by = $2, approved_at = $3, next_try_at = $4 WHERE id = $1`,
      [payoutId, operator.name || operator.email, at, byHand ? null : new Date(at.getTime() + 30_000)],
    );
    await audit(tx, { actor, action: 'payout.approve', subject: payoutId });
    tellPayoutPages(tx, payout);
    if (!byHand) return enqueue(tx, 'send-payout', { payoutId });
    const withdrawal = await loadWithdrawal(tx, payout.subjectId);
    if (withdrawal) await queueLetters(tx, await handLetters(tx, withdrawal));
  });
}

/** Asked for by him, or made by the rules for an order of his. */
async function isOwn(
  tx: Tx,
  { requestedBy, subjectKind, subjectId }: PayoutRow,
  { userId }: UserActor,
): Promise<boolean> {
  if (requestedBy === userId) return true;
  if (subjectKind !== 'order') return false;
  const order = await tx.maybeOne<{ customerId: string | null }>(
    'SELECT customer_id AS "customerId" FROM orders WHERE id = $1',
    [subjectId],
  );
  return order?.customerId === userId;
}
