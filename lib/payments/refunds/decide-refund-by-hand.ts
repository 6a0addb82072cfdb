import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import { requireOperator } from '@/lib/exchange/mover';
import { parseInput } from '@/lib/parse-input';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import type { PayoutApplied } from '@/lib/payments/payouts/apply-payout-answer';
import { applyRefundAnswer } from '@/lib/payments/refunds/apply-refund-answer';
import { checkRefund } from '@/lib/payments/refunds/check-refund';
import type { RefundRow } from '@/lib/payments/refunds/refund-row';
import { limit } from '@/lib/rate-limit';
import { longText, shortText } from '@/lib/text';

export const markRefundPaidInput = z.object({ refundId: z.string(), reference: shortText(200) });

export const markRefundNotPaidInput = z.object({ refundId: z.string(), reason: longText(1000) });

/** The operator has looked in the system's cabinet: it did go back. Throws `not_found`, `refund_moved`. */
export async function markRefundPaid({
  actor,
  ...input
}: z.input<typeof markRefundPaidInput> & { actor: Actor }): Promise<void> {
  const { refundId, reference } = parseInput(markRefundPaidInput, input);
  await decide(refundId, { outcome: 'settled', reference }, actor);
}

/** The operator has looked in the system's cabinet: it did not. Throws `not_found`, `refund_moved`. */
export async function markRefundNotPaid({
  actor,
  ...input
}: z.input<typeof markRefundNotPaidInput> & { actor: Actor }): Promise<void> {
  const { refundId, reason } = parseInput(markRefundNotPaidInput, input);
  await decide(refundId, { outcome: 'refused', reason }, actor);
}

/** The operator's button: asks the system about a refund at once. Throws `too_many_requests`. */
export async function checkRefundNow({
  actor,
  refundId,
}: {
  actor: Actor;
  refundId: string;
}): Promise<PayoutApplied> {
  requireOperator(actor);
  await limit('check-refund', refundId, { points: 10, seconds: 60 });
  return checkRefund({ refundId, source: 'operator' });
}

async function decide(refundId: string, answer: PayoutAnswer, actor: Actor): Promise<void> {
  const action = answer.outcome === 'settled' ? 'refund.mark_paid' : 'refund.mark_not_paid';
  const mayTell = ({ status }: RefundRow) => {
    if (status !== 'unknown') fail('refund_moved');
  };
  await applyRefundAnswer({ refundId, answer, source: 'operator', word: { actor, action, mayTell } });
}
