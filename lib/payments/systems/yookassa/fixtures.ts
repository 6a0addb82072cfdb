import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { yookassaDouble } from '@/scripts/doubles/systems/yookassa';
import { yookassaSample } from './sample';

const payment = samplePayment();
export const externalId = '22d6d597-000f-5000-9000-145f6df21d6f';

/** A payment object as notices and answers show it. */
export function paymentObject(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: externalId,
    status: 'succeeded',
    paid: true,
    test: false,
    amount: { value: '1500.00', currency: 'RUB' },
    income_amount: { value: '1447.50', currency: 'RUB' },
    captured_at: '2026-09-01T12:00:00.000Z',
    recipient: { account_id: yookassaSample.shopId, gateway_id: '1' },
    payment_method: { type: 'yoo_money', id: externalId, account_number: '410011234567890' },
    metadata: { payment_id: payment.paymentId },
    ...over,
  };
}

export function notice(object: unknown, event = 'payment.succeeded') {
  return jsonRequest(JSON.stringify({ type: 'notification', event, object }));
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  if (foreignKey) return null;
  return notice(
    paymentObject({
      ...(amount === undefined ? {} : { amount: { value: amount, currency: 'RUB' } }),
      ...(otherShop ? { recipient: { account_id: '999999' } } : {}),
      ...(test ? { test: true } : {}),
    }),
  );
}

export const yookassaFixture: AdapterFixture = {
  settings: { ...yookassaSample },
  payment,
  notice: {
    signed,
    signature: 'none',
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      externalId,
      eventKey: `${externalId}:succeeded`,
    },
    answer: plainAnswer('OK'),
  },
  double: yookassaDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  payout: samplePayout({ destination: { purse: '410019876543210' } }),
  // The first payment of a fresh double.
  refund: sampleRefund({ ...startedPayment(payment), externalId: '2b8d6d597-000f-5000-9000-000000000001' }),
  known: { refund: { externalId: 'refund-1', facts: {} } },
};
