import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { sberDouble } from '@/scripts/doubles/systems/sber';
import { sberSample } from './sample';
import { hmacChecksum, signedText } from './signature';

const payment = samplePayment();
export const mdOrder = '3ff6962a-7dcc-4283-ab50-a6d7dd3386fe';

export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    mdOrder,
    orderNumber: payment.paymentId,
    operation: 'deposited',
    status: '1',
    amount: '150000',
    ...over,
  };
}

export function signedNotice(fields: Record<string, string>, token: string = sberSample.callbackToken) {
  const checksum = hmacChecksum(signedText(new Map(Object.entries(fields))), token);
  return formRequest({ ...fields, checksum, sign_alias: 'shop' });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  // Neither a shop nor a trial stands in a notice: tests have a host and a token of their own.
  if (otherShop || test) return null;
  const minor =
    amount !== undefined && /^\d{1,9}\.\d\d$/.test(amount) ? String(Number(amount.replace('.', ''))) : amount;
  return signedNotice(
    noticeFields(minor === undefined ? {} : { amount: minor }),
    foreignKey ? 'another-token' : undefined,
  );
}

export const sberFixture: AdapterFixture = {
  settings: { ...sberSample },
  publicSettings: ['publicKey'],
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'checksum' },
    asked: true,
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      externalId: mdOrder,
      eventKey: `${mdOrder}:deposited:1`,
    },
    answer: plainAnswer('OK'),
    amountField: 'amount',
  },
  double: sberDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  refund: sampleRefund({ ...startedPayment(payment), externalId: '00000000-7dcc-4283-ab50-000000000001' }),
};
