import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { stripeDouble } from '@/scripts/doubles/systems/stripe';
import { stripeSignature } from './client';

const payment = samplePayment({ amount: '1500.00', asset: 'USD' });
const paid = {
  ...startedPayment(payment),
  externalId: 'cs_live_00000001',
  facts: { payment_intent: 'pi_00000001' },
};
const settings = { secretKey: 'sk_live_51sampleKey0001', webhookSecret: 'whsec_sampleSecret0001' };

/** Seconds of `sampleNow`. */
export const sampleTime = '1788264000';

/** `checkout.session.completed` of the sample payment, shaped as in the SDK's types. */
export function completedEvent(over: Record<string, unknown> = {}, livemode = true): string {
  const session = {
    id: 'cs_live_00000001',
    object: 'checkout.session',
    livemode,
    status: 'complete',
    payment_status: 'paid',
    amount_total: 150_000,
    currency: 'usd',
    client_reference_id: payment.paymentId,
    metadata: { payment_id: payment.paymentId },
    customer_details: { email: 'buyer@kantor.test', name: 'Jane Buyer' },
    payment_intent: 'pi_00000001',
    ...over,
  };
  const type = 'checkout.session.completed';
  return JSON.stringify({ id: 'evt_1', object: 'event', type, livemode, data: { object: session } });
}

export function signedNotice(body: string, secret = settings.webhookSecret, time = sampleTime) {
  const signature = `t=${time},v1=${stripeSignature(time, body, secret)}`;
  return jsonRequest(body, { 'stripe-signature': signature });
}

function notice({ amount, test, otherShop, foreignKey }: NoticeVariant) {
  // The signing secret belongs to one endpoint of one account: there is no other mark of a shop.
  if (otherShop) return null;
  const body = completedEvent(amount === undefined ? {} : { amount_total: inCents(amount) }, !test);
  return signedNotice(body, foreignKey ? 'whsec_anotherSecret01' : undefined);
}

function inCents(amount: string): number | string {
  return /^\d{1,9}\.\d\d$/.test(amount) ? Number(amount.replace('.', '')) : amount;
}

export const stripeFixture: AdapterFixture = {
  settings,
  payment,
  notice: {
    signed: notice,
    signature: { in: 'header', name: 'stripe-signature' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'USD',
      externalId: 'cs_live_00000001',
      eventKey: 'evt_1',
    },
    answer: { status: 200, body: 'ok', contentType: 'text/plain; charset=utf-8' },
  },
  double: () => stripeDouble(settings),
  async pay(double, { paymentId }) {
    await double.pay?.({ reference: paymentId });
  },
  refund: sampleRefund(paid),
};
