import {
  type AdapterFixture,
  jsonRequest,
  samplePayment,
  samplePayout,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { paypalDouble, paypalHeaders } from '@/scripts/doubles/systems/paypal';

const payment = samplePayment({ amount: '1500.00', asset: 'USD' });

/** A captured payment as its webhook tells it. */
export function captureEvent(over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: 'WH-1',
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource: {
      id: '3C000000000000001',
      status: 'COMPLETED',
      custom_id: payment.paymentId,
      amount: { currency_code: 'USD', value: '1500.00' },
      supplementary_data: { related_ids: { order_id: '5O000000000000001' } },
    },
    ...over,
  });
}

export function webhook(body: string, signature = 'A'.repeat(344)) {
  return jsonRequest(body, paypalHeaders(signature));
}

export const paypalFixture: AdapterFixture = {
  settings: { clientId: 'paypal-client-id', clientSecret: 'paypal-client-secret' },
  payment,
  notice: {
    signed: ({ amount, otherShop, test, foreignKey }) =>
      amount !== undefined || otherShop || test || foreignKey ? null : webhook(captureEvent()),
    // Without the certificate in the settings nothing is verified: the tests of signatures are our own.
    signature: 'none',
    event: { by: { externalId: '5O000000000000001' }, amount: '', asset: '', eventKey: 'WH-1' },
    answer: { status: 200, body: 'ok', contentType: 'text/plain; charset=utf-8' },
  },
  double: () => paypalDouble(),
  async pay(double, { paymentId }) {
    await double.pay?.({ reference: paymentId });
  },
  payout: samplePayout({ asset: 'USD', destination: { email: 'payee@kantor.test' } }),
  refund: sampleRefund({ ...startedPayment(payment), facts: { capture_id: '3C000000000000001' } }),
};
