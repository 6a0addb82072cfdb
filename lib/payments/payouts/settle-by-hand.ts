import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { parseInput } from '@/lib/parse-input';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { isByHand, mayTellOfTaken, requireOtherPayer } from '@/lib/payments/payouts/by-hand';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import { longText, shortText } from '@/lib/text';

export const settleByHandInput = z.object({
  payoutId: z.string().max(40),
  /** By what the customer finds the payment. */
  reference: shortText(200),
});

export const refuseByHandInput = z.object({
  payoutId: z.string().max(40),
  /** The customer reads it. */
  reason: longText(1000),
});

/**
 * The operator who went to pay by hand has paid: the customer is told, with the reference.
 * Throws `not_found`, `payout_moved` where nobody has taken it to pay or it is decided, `second_person`,
 * `forbidden` where another one has taken it.
 */
export async function settleByHand({
  actor,
  ...input
}: z.input<typeof settleByHandInput> & { actor: Actor }): Promise<void> {
  const { payoutId, reference } = parseInput(settleByHandInput, input);
  await decide(payoutId, { outcome: 'settled', reference }, actor);
}

/**
 * The operator who went to pay by hand could not, and will not: the money is given back, the customer is told why.
 * Throws `not_found`, `payout_moved`, `second_person`, `forbidden`.
 */
export async function refuseByHand({
  actor,
  ...input
}: z.input<typeof refuseByHandInput> & { actor: Actor }): Promise<void> {
  const { payoutId, reason } = parseInput(refuseByHandInput, input);
  await decide(payoutId, { outcome: 'refused', reason }, actor);
}

/** An admin may be faster by a moment, or he who took it has put it back: then this is no word any more. */
async function decide(payoutId: string, answer: PayoutAnswer, actor: Actor): Promise<void> {
  const operator = requireOperator(actor);
  const action = answer.outcome === 'settled' ? 'payout.paid_by_hand' : 'payout.refused_by_hand';
  const mayTell = (payout: PayoutRow) => {
    if (!isByHand(payout) || payout.status !== 'sending') fail('payout_moved');
    requireOtherPayer(payout, operator);
    if (!mayTellOfTaken(payout, operator)) fail('forbidden');
  };
  await applyPayoutAnswer({ payoutId, answer, source: 'operator', word: { actor, action, mayTell } });
}
