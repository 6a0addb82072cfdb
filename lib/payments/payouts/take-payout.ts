import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { parseInput } from '@/lib/parse-input';
import { handSystem, isByHand, mayTellOfTaken, requireOtherPayer } from '@/lib/payments/payouts/by-hand';
import { loadPayout } from '@/lib/payments/payouts/payout-row';
import { tellPayoutPages } from '@/lib/payments/payouts/tell-pages';

export const takePayoutInput = z.object({ payoutId: z.string().max(40) });

type TakePayout = z.input<typeof takePayoutInput> & { actor: Actor };

/**
 * The operator goes to pay a payout by hand: from now on its customer cannot take it back, and colleagues see by whom
 * it is paid. Throws `not_found`, `payout_moved`, `second_person`.
 */
export async function takePayout({ actor, ...input }: TakePayout): Promise<void> {
  const operator = requireOperator(actor);
  const { payoutId } = parseInput(takePayoutInput, input);
  await inTransaction(async (tx) => {
    const payout = (await loadPayout(tx, payoutId, { lock: true })) ?? fail('not_found');
    if (!isByHand(payout) || payout.status !== 'queued') fail('payout_moved');
    requireOtherPayer(payout, operator);
    const taken = { takenBy: operator.name || operator.email, takenById: operator.userId };
    await tx.query(
      `UPDATE payouts SET status = 'sending', sent_at = $2, facts = facts || $3::jsonb, next_try_at = NULL WHERE id = $1`,
      [payoutId, now(), JSON.stringify(taken)],
    );
    await audit(tx, { actor, action: 'payout.take', subject: payoutId });
    tellPayoutPages(tx, payout);
  });
}

/**
 * He does not pay it after all: it waits again. By himself, or by an admin where he is away.
 * Throws `not_found`, `payout_moved`, `forbidden`.
 */
export async function putPayoutBack({ actor, ...input }: TakePayout): Promise<void> {
  const operator = requireOperator(actor);
  const { payoutId } = parseInput(takePayoutInput, input);
  await inTransaction(async (tx) => {
    const payout = (await loadPayout(tx, payoutId, { lock: true })) ?? fail('not_found');
    if (!isByHand(payout) || payout.status !== 'sending') fail('payout_moved');
    if (!mayTellOfTaken(payout, operator)) fail('forbidden');
    await tx.query(
      `UPDATE payouts SET status = 'queued', sent_at = NULL, facts = facts - 'takenBy' - 'takenById' WHERE id = $1`,
      [payoutId],
    );
    await audit(tx, { actor, action: 'payout.put_back', subject: payoutId, before: payout.facts.takenBy });
    tellPayoutPages(tx, payout);
  });
}

/**
 * A withdrawal's payout that waits for its system (a switch, a limit, a broken connection) is to be paid by hand
 * instead: from now on no system is sent it. Throws `not_found`, `payout_moved` where it is out already.
 */
export async function payByHand({ actor, ...input }: TakePayout): Promise<void> {
  requireOperator(actor);
  const { payoutId } = parseInput(takePayoutInput, input);
  await inTransaction(async (tx) => {
    const payout = (await loadPayout(tx, payoutId, { lock: true })) ?? fail('not_found');
    const waits = payout.status === 'queued' && payout.subjectKind === 'withdrawal' && !isByHand(payout);
    if (!waits) fail('payout_moved');
    await tx.query(
      `UPDATE payouts SET system_code = $2, connection_id = NULL, waits_for = NULL, next_try_at = NULL WHERE id = $1`,
      [payoutId, handSystem],
    );
    await audit(tx, { actor, action: 'payout.by_hand', subject: payoutId, before: payout.systemCode });
    tellPayoutPages(tx, payout);
  });
}
