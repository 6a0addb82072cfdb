import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import type { PayoutAnswer, Refund } from '@/lib/payments/contract/pay-out';
import { asking, isOutcome, moving, notTold } from './client';
import { intentOf, readRefund, readSession, refundAnswer, toStripeAmount } from './map';
import type { StripeSettings } from './settings';

/** POST /v1/refunds; the refund's id is the idempotency key, so that a call repeated pays nothing twice. */
export const stripeRefund: Refund<StripeSettings> = {
  partial: true,
  async send(at, { refundId, amount, asset, payment }) {
    const units = toStripeAmount(amount, asset);
    if (units === null) return { outcome: 'refused', reason: `${amount} ${asset} cannot be told to Stripe` };
    const intent = payment.facts.payment_intent ?? (await askedIntent(at, payment.externalId));
    if (typeof intent !== 'string') return intent;
    const made = await moving(at, (stripe) =>
      stripe.refunds.create(
        { payment_intent: intent, amount: units, metadata: { refund_id: refundId } },
        { idempotencyKey: refundId },
      ),
    );
    return isOutcome(made) ? made : answerOf(made);
  },
  async check(at, { refundId, externalId, payment }) {
    if (externalId) {
      const found = await asking(at, (stripe) => stripe.refunds.retrieve(externalId));
      return isOutcome(found) ? notTold(found) : answerOf(found);
    }
    const intent = payment.facts.payment_intent ?? (await askedIntent(at, payment.externalId));
    if (typeof intent !== 'string') return notTold(intent);
    const listed = await asking(at, (stripe) => stripe.refunds.list({ payment_intent: intent, limit: 100 }));
    if (isOutcome(listed)) return notTold(listed);
    const ours = listed.data.find(({ metadata }) => metadata?.refund_id === refundId);
    return ours ? answerOf(ours) : { outcome: 'unknown', reason: 'Stripe knows no such refund' };
  },
};

function answerOf(raw: unknown): PayoutAnswer {
  const refund = readRefund(raw);
  return refund ? refundAnswer(refund) : { outcome: 'unknown', reason: 'no refund in the answer' };
}

async function askedIntent(
  at: At<StripeSettings>,
  sessionId: string | null,
): Promise<string | Refused | Unknown> {
  if (!sessionId) return { outcome: 'refused', reason: 'the payment was never started at Stripe' };
  const found = await asking(at, (stripe) => stripe.checkout.sessions.retrieve(sessionId));
  if (isOutcome(found)) return found;
  const session = readSession(found);
  const intent = session && intentOf(session);
  return intent ?? { outcome: 'refused', reason: 'the session has no payment in it' };
}
