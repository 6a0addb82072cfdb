import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { parseInput } from '@/lib/parse-input';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { requireOtherPayer } from '@/lib/payments/payouts/by-hand';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import { longText, shortText } from '@/lib/text';

export const markPaidInput = z.object({
  payoutId: z.string(),
  /** By what the operator has found it in the system's own cabinet. */
  reference: shortText(200),
});

export const markNotPaidInput = z.object({ payoutId: z.string(), reason: longText(1000) });

/**
 * The operator has looked in the system's cabinet: an unknown payout was paid. The order is completed, the withdrawal
 * paid. Throws `not_found`, `payout_moved`, `second_person`.
 */
export async function markPayoutPaid({
  actor,
  ...input
}: z.input<typeof markPaidInput> & { actor: Actor }): Promise<void> {
  const { payoutId, reference } = parseInput(markPaidInput, input);
  await decide(payoutId, { outcome: 'settled', reference }, actor);
}

/**
 * The operator has looked in the system's cabinet: an unknown payout was not paid. The order waits for him again, the
 * money of a withdrawal is given back. Throws `not_found`, `payout_moved`, `second_person`.
 */
export async function markPayoutNotPaid({
  actor,
  ...input
}: z.input<typeof markNotPaidInput> & { actor: Actor }): Promise<void> {
  const { payoutId, reason } = parseInput(markNotPaidInput, input);
  await decide(payoutId, { outcome: 'refused', reason }, actor);
}

/** Only what the system could not tell is told by people; one that it still works on is, once it took too long. */
export function mayBeDecided({ status, alarmedAt }: Pick<PayoutRow, 'status' | 'alarmedAt'>): boolean {
  return status === 'unknown' || (status === 'pending' && alarmedAt !== null);
}

/** The system may be faster by a moment: then its word stands, and the person's is none. */
async function decide(payoutId: string, answer: PayoutAnswer, actor: Actor): Promise<void> {
  const operator = requireOperator(actor);
  const action = answer.outcome === 'settled' ? 'payout.mark_paid' : 'payout.mark_not_paid';
  const mayTell = (payout: PayoutRow) => {
    if (!mayBeDecided(payout)) fail('payout_moved');
    if (payout.subjectKind === 'withdrawal') requireOtherPayer(payout, operator);
  };
  await applyPayoutAnswer({ payoutId, answer, source: 'operator', word: { actor, action, mayTell } });
}
