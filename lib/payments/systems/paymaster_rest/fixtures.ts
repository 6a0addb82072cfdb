import { plainAnswer } from '@/lib/payments/callback-answer';
import { paymasterRestSample } from '@/lib/payments/systems/paymaster/sample';
import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { paymasterDouble } from '@/scripts/doubles/systems/paymaster';

const payment = samplePayment();

/** A payment object as notices show it; the value as it stands in the JSON. */
export function notice(over: Record<string, unknown> = {}, value = '1500.00') {
  const object = {
    id: '43184001',
    merchantId: paymasterRestSample.merchantId,
    testMode: false,
    status: 'Settled',
    amount: { value: '@', currency: 'RUB' },
    invoice: { description: payment.description, orderNo: payment.paymentId },
    ...over,
  };
  return jsonRequest(`\uFEFF${JSON.stringify(object).replace('"@"', value)}`);
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  if (foreignKey) return null;
  const over = { ...(otherShop ? { merchantId: 'another' } : {}), ...(test ? { testMode: true } : {}) };
  return notice(over, amount === undefined || /^\d+\.\d+$/.test(amount) ? amount : JSON.stringify(amount));
}

export const paymasterRestFixture: AdapterFixture = {
  settings: { ...paymasterRestSample },
  payment,
  notice: {
    signed,
    signature: 'none',
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      externalId: '43184001',
      eventKey: '43184001:Settled',
    },
    answer: plainAnswer('OK'),
  },
  double: paymasterDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  // The first payment of a fresh double.
  refund: sampleRefund({ ...startedPayment(payment), externalId: '43184001' }),
};
