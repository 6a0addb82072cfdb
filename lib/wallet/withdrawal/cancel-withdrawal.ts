import { z } from 'zod';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { inTransaction, query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { customerMover } from '@/lib/exchange/mover';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import { loadPayout, type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { tellSubject } from '@/lib/payments/payouts/tell-subject';
import { loadWithdrawal } from '@/lib/wallet/withdrawal/withdrawal-row';

export const cancelWithdrawalInput = z.object({ withdrawalId: z.string().max(40) });

/**
 * The customer takes his withdrawal back while nothing was sent and nobody pays it by hand: the money is free again,
 * letter withdrawal_canceled. Taken back already: nothing more happens. Where wallets are switched off it can be done
 * all the same.
 *
 * Throws `not_signed_in`, `not_found` for another person's, `withdrawal_moved` where it is on its way or paid.
 */
export async function cancelWithdrawal({
  actor,
  ...input
}: z.input<typeof cancelWithdrawalInput> & { actor: Actor }): Promise<void> {
  const { userId } = requireUser(actor);
  const { withdrawalId } = parseInput(cancelWithdrawalInput, input);
  const own = await loadWithdrawal({ query }, withdrawalId);
  if (own?.userId !== userId) fail('not_found');
  await inTransaction(async (tx) => {
    // The payout first: whoever sends it locks it in this order too, and one of both comes second.
    const active = await activePayout(tx, 'withdrawal', withdrawalId);
    const payout = active && (await loadPayout(tx, active.id, { lock: true }));
    const waits = payout?.status === 'queued' || payout?.status === 'awaiting_approval';
    if (!payout || !waits) return whyNot(await loadWithdrawal(tx, withdrawalId));
    const canceled = await tx.one<PayoutRow>(
      `UPDATE payouts p SET status = 'canceled', reason = 'taken_back', decided_by = $2, next_try_at = NULL,
         waits_for = NULL WHERE p.id = $1 RETURNING ${payoutColumnsOf('p')}`,
      [payout.id, actorLabel(actor).name],
    );
    tellAfterCommit(tx, 'desk');
    await tellSubject(tx, canceled, 'refused', customerMover(actor));
  });
}

function whyNot(withdrawal: { status: string; reason: string | null } | null): void {
  if (withdrawal?.status === 'canceled' && withdrawal.reason === 'taken_back') return;
  fail('withdrawal_moved');
}
