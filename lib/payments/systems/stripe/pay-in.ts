import type { PayIn, PaymentToMake } from '@/lib/payments/contract/pay-in';
import { pageUrl } from '@/lib/payments/outgoing';
import { asking, isOutcome, notTold } from './client';
import { readSession, sessionAnswer, toStripeAmount } from './map';
import type { StripeSettings } from './settings';

const minute = 60_000;

/** A Checkout session: the payer goes to Stripe's page and comes back. */
export const stripePayIn: PayIn<StripeSettings> = {
  amount: 'fixed',
  async start(at, payment) {
    const { paymentId, amount, asset, description } = payment;
    const unitAmount = toStripeAmount(amount, asset);
    if (unitAmount === null)
      return { outcome: 'refused', reason: `${amount} ${asset} cannot be told to Stripe` };
    const made = await asking(at, (stripe) =>
      stripe.checkout.sessions.create(
        {
          mode: 'payment',
          client_reference_id: paymentId,
          metadata: { payment_id: paymentId },
          payment_intent_data: { description, metadata: { payment_id: paymentId } },
          customer_email: payment.email,
          locale: payment.locale,
          success_url: payment.returnUrl,
          cancel_url: payment.returnUrl,
          ...expiry(payment, at.now()),
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: asset.toLowerCase(),
                unit_amount: unitAmount,
                product_data: { name: description },
              },
            },
          ],
        },
        { idempotencyKey: paymentId },
      ),
    );
    if (isOutcome(made)) return made;
    if (!made.id || !made.url) return { outcome: 'unknown', reason: 'no session in the answer' };
    return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(made.url) }, externalId: made.id };
  },
  async check(at, { externalId }) {
    if (!externalId) return { outcome: 'unknown', reason: 'the session was never made' };
    const found = await asking(at, (stripe) =>
      stripe.checkout.sessions.retrieve(externalId, {
        expand: ['payment_intent.latest_charge.balance_transaction'],
      }),
    );
    if (isOutcome(found)) return notTold(found);
    const session = readSession(found);
    if (!session) return { outcome: 'unknown', reason: 'no session in the answer' };
    if (session.livemode === at.testMode)
      return { outcome: 'unknown', reason: 'a session of the other mode' };
    return sessionAnswer(session);
  },
};

/**
 * Stripe closes a session 30 minutes to 24 hours after it was made. Half an hour is added to the order's own time, and
 * not the present time taken: a call repeated must say the same, or its idempotency key is refused.
 */
function expiry({ expiresAt }: PaymentToMake, now: Date): { expires_at?: number } {
  const closesAt = expiresAt.getTime() + 31 * minute;
  const left = closesAt - now.getTime();
  return left < 31 * minute || left > 23 * 60 * minute ? {} : { expires_at: Math.floor(closesAt / 1000) };
}
