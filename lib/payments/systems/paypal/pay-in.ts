import { notDone, notTold } from '@/lib/payments/call-json';
import type { PayIn, PaymentToMake } from '@/lib/payments/contract/pay-in';
import { listAt, textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { type PaypalSdk, paypal } from './client';
import { orderAnswer, toPaypalAmount } from './map';
import type { PaypalSettings } from './settings';

/** An order of Orders v2: the payer approves it at PayPal, and the office captures it. */
export const paypalPayIn: PayIn<PaypalSettings> = {
  amount: 'fixed',
  async start(at, payment) {
    const value = toPaypalAmount(payment.amount, payment.asset);
    if (value === null)
      return { outcome: 'refused', reason: `${payment.amount} ${payment.asset} cannot be told to PayPal` };
    const made = await paypal(at, ({ orders, sdk }) =>
      orders.createOrder({ paypalRequestId: payment.paymentId, body: orderOf(sdk, payment, value) }),
    );
    if (made.kind !== 'done') return notDone(made);
    const externalId = textAt(made.json, 'id');
    const link = ['payer-action', 'approve']
      .map((rel) => listAt(made.json, 'links').find((one) => textAt(one, 'rel') === rel))
      .find((one) => one !== undefined);
    const url = textAt(link, 'href');
    if (!externalId || !url?.startsWith('https://') || !URL.canParse(url))
      return { outcome: 'unknown', reason: 'no order, or no page to pay it on, in the answer' };
    return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(url) }, externalId };
  },
  /**
   * Captures an order that the payer has approved: under one request id, however often it is asked. An order of his
   * that was given up here is left alone: PayPal lets the approval run out.
   */
  async check(at, { paymentId, externalId, mayTake }) {
    if (!externalId) return { outcome: 'unknown', reason: 'the order was never made' };
    const found = await paypal(at, ({ orders }) => orders.getOrder({ id: externalId }));
    if (found.kind !== 'done') return notTold(found);
    const answer = orderAnswer(found.json, paymentId);
    if (answer !== 'approved') return answer;
    if (mayTake === false) return { outcome: 'pending', externalId };
    const captured = await paypal(at, ({ orders }) =>
      orders.captureOrder({
        id: externalId,
        paypalRequestId: `${paymentId}-capture`,
        prefer: 'return=representation',
        body: {},
      }),
    );
    if (captured.kind === 'done') {
      const taken = orderAnswer(captured.json, paymentId);
      return taken === 'approved' ? { outcome: 'pending', externalId } : taken;
    }
    // His card or balance was declined: the payer is sent back by PayPal to choose another one.
    const isDeclined = captured.kind === 'refused' && captured.reason.includes('INSTRUMENT_DECLINED');
    return isDeclined ? { outcome: 'pending', externalId } : notTold(captured);
  },
};

function orderOf(
  sdk: PaypalSdk,
  { paymentId, asset, description, returnUrl, locale }: PaymentToMake,
  value: string,
) {
  return {
    intent: sdk.CheckoutPaymentIntent.Capture,
    purchaseUnits: [
      {
        referenceId: 'default',
        customId: paymentId,
        invoiceId: paymentId,
        description: description.slice(0, 127),
        amount: { currencyCode: asset, value },
      },
    ],
    paymentSource: {
      paypal: {
        experienceContext: {
          returnUrl,
          cancelUrl: returnUrl,
          locale: locale === 'ru' ? 'ru-RU' : 'en-US',
          userAction: sdk.PaypalExperienceUserAction.PayNow,
          shippingPreference: sdk.PaypalWalletContextShippingPreference.NoShipping,
        },
      },
    },
  };
}
