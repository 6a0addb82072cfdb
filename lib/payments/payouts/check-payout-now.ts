import type { Actor } from '@/lib/auth/actor';
import { requireOperator } from '@/lib/exchange/mover';
import type { PayoutApplied } from '@/lib/payments/payouts/apply-payout-answer';
import { checkPayout } from '@/lib/payments/payouts/check-payout';
import { limit } from '@/lib/rate-limit';

/** The operator's button: asks the system about a payout at once. Throws `too_many_requests`. */
export async function checkPayoutNow({
  actor,
  payoutId,
}: {
  actor: Actor;
  payoutId: string;
}): Promise<PayoutApplied> {
  requireOperator(actor);
  await limit('check-payout', payoutId, { points: 10, seconds: 60 });
  return checkPayout({ payoutId, source: 'operator' });
}
