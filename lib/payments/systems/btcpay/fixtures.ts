import {
  type AdapterFixture,
  jsonRequest,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { btcpayDouble } from '@/scripts/doubles/systems/btcpay';
import { btcpaySignature } from './client';

const known = {
  host: 'btcpay.example',
  storeId: 'S1',
  apiKey: 'btcpay-api-key',
  webhookSecret: 'btcpay-secret',
};

/** A delivery as in the server's description of webhooks. */
export function delivery(over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    deliveryId: 'D2',
    webhookId: 'W1',
    originalDeliveryId: 'D1',
    isRedelivery: true,
    type: 'InvoiceSettled',
    timestamp: 1_788_264_000,
    storeId: 'S1',
    invoiceId: 'I1',
    metadata: { orderId: 'pay_0123456789bcdfgh' },
    manuallyMarked: false,
    overPaid: false,
    ...over,
  });
}

export function signedDelivery(body: string, secret = known.webhookSecret) {
  return jsonRequest(body, { 'btcpay-sig': btcpaySignature(body, secret) });
}

export const btcpayFixture: AdapterFixture = {
  settings: {
    serverUrl: `https://${known.host}`,
    storeId: known.storeId,
    apiKey: known.apiKey,
    webhookSecret: known.webhookSecret,
  },
  payment: samplePayment({ amount: '1000.50000000', asset: 'BTC' }),
  notice: {
    // It tells no amount: there is nothing to vary but the store.
    signed: ({ amount, otherShop, foreignKey, test }) => {
      if (amount !== undefined || test) return null;
      return signedDelivery(
        delivery(otherShop ? { storeId: 'S2' } : {}),
        foreignKey ? 'another-secret' : undefined,
      );
    },
    // It is signed, and says nothing that could be believed without asking: the tests of its signature are our own.
    signature: 'none',
    event: { by: { externalId: 'I1' }, amount: '', asset: '', eventKey: 'D1' },
    answer: { status: 200, body: 'ok', contentType: 'text/plain; charset=utf-8' },
  },
  double: () => btcpayDouble(known),
  async pay(double, { paymentId }) {
    await double.pay?.({ reference: paymentId });
  },
  payout: samplePayout({
    amount: '0.50000000',
    asset: 'BTC',
    destination: { address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4' },
  }),
};
