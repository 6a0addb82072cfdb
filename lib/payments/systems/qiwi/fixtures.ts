import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
} from '@/lib/payments/testing/fixture';
import { qiwiDouble } from '@/scripts/doubles/systems/qiwi';
import { taken } from './notice';
import { qiwiSample } from './sample';
import { noticeSignature } from './signature';

const payment = samplePayment();

export function signedNotice(
  over: { value?: string; siteId?: string; status?: string; currency?: string } = {},
  secret: string = qiwiSample.secretKey,
) {
  const { value = '1500.00', siteId = qiwiSample.siteId, status = 'PAID', currency = 'RUB' } = over;
  const billId = payment.paymentId;
  const bill = { siteId, billId, amount: { value, currency }, status: { value: status } };
  const signature = noticeSignature({ currency, value, billId, siteId, status }, secret);
  return jsonRequest(JSON.stringify({ bill, version: '1' }), { 'x-api-signature-sha256': signature });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  if (test) return null;
  const over = {
    ...(amount === undefined ? {} : { value: amount }),
    ...(otherShop ? { siteId: 'another' } : {}),
  };
  return signedNotice(over, foreignKey ? 'another-key' : undefined);
}

export const qiwiFixture: AdapterFixture = {
  settings: { ...qiwiSample },
  payment,
  notice: {
    signed,
    signature: { in: 'header', name: 'X-Api-Signature-SHA256' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      eventKey: `${payment.paymentId}:PAID`,
    },
    answer: taken,
  },
  double: qiwiDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
};
