import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel } from '@/lib/auth/actor';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { operatorMover } from '@/lib/exchange/mover';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { loadPayout, type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { tellSubject } from '@/lib/payments/payouts/tell-subject';
import { longText } from '@/lib/text';

export const cancelPayoutInput = z.object({ payoutId: z.string(), reason: longText(1000) });

/**
 * Takes a payout that was not sent yet out of the queue, or refuses to approve it: its order waits for the operator
 * again, who pays by hand, sends anew or refunds. Throws `not_found`, `payout_moved` where it is out already.
 */
export async function cancelPayout({
  actor,
  ...input
}: z.input<typeof cancelPayoutInput> & { actor: Actor }): Promise<void> {
  const mover = operatorMover(actor);
  const { payoutId, reason } = parseInput(cancelPayoutInput, input);
  await inTransaction(async (tx) => {
    const payout = (await loadPayout(tx, payoutId, { lock: true })) ?? fail('not_found');
    if (payout.status !== 'awaiting_approval' && payout.status !== 'queued') fail('payout_moved');
    const canceled = await tx.one<PayoutRow>(
      `UPDATE payouts p SET status = 'canceled', reason = $2, decided_by = $3, next_try_at = NULL, waits_for = NULL
       WHERE p.id = $1 RETURNING ${payoutColumnsOf('p')}`,
      [payoutId, reason, actorLabel(actor).name],
    );
    await audit(tx, {
      actor,
      action: 'payout.cancel',
      subject: payoutId,
      before: payout.status,
      after: reason,
    });
    tellAfterCommit(tx, 'desk');
    await tellSubject(tx, canceled, 'refused', mover);
  });
}
