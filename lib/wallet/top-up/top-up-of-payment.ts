import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { loadPayment } from '@/lib/payments/payment-row';
import { loadTopUp } from '@/lib/wallet/top-up/top-up-row';

/** The id of the top-up that a payment is for, if it is the reader's own; otherwise null. */
export async function ownTopUpOfPayment({
  paymentId,
  actor,
}: {
  paymentId: string;
  actor: Actor;
}): Promise<string | null> {
  if (actor.kind !== 'user') return null;
  const payment = await loadPayment({ query }, paymentId);
  const topUp = payment?.subjectKind === 'topup' ? await loadTopUp({ query }, payment.subjectId) : null;
  return topUp?.userId === actor.userId ? topUp.id : null;
}
