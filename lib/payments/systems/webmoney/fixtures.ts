import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { webmoneyDouble } from '@/scripts/doubles/systems/webmoney';
import { webmoneySample } from './sample';
import { noticeHash2 } from './signature';

const payment = samplePayment({ asset: 'USD' });

export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    LMI_MODE: '0',
    LMI_PAYMENT_AMOUNT: '1500.00',
    LMI_PAYEE_PURSE: webmoneySample.purse,
    LMI_PAYMENT_NO: String(payment.number),
    LMI_PAYER_WM: '123456789012',
    LMI_PAYER_PURSE: 'Z999999999999',
    LMI_PAYER_IP: '203.0.113.7',
    LMI_SYS_INVS_NO: '900000001',
    LMI_SYS_TRANS_NO: '800000002',
    LMI_SYS_TRANS_DATE: '20260901 15:00:00',
    LMI_LANG: 'en-US',
    ...over,
  };
}

export function signedNotice(fields: Record<string, string>, secret: string = webmoneySample.secretKey) {
  return formRequest({ ...fields, LMI_HASH2: noticeHash2(new Map(Object.entries(fields)), secret) });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  const fields = noticeFields({
    ...(amount === undefined ? {} : { LMI_PAYMENT_AMOUNT: amount }),
    ...(otherShop ? { LMI_PAYEE_PURSE: 'Z000000000009' } : {}),
    ...(test ? { LMI_MODE: '1' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-secret' : undefined);
}

export const webmoneyFixture: AdapterFixture = {
  settings: { ...webmoneySample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'LMI_HASH2' },
    event: {
      by: { number: 1001 },
      amount: '1500.00',
      asset: 'USD',
      externalId: '800000002',
      eventKey: '800000002',
    },
    answer: plainAnswer('YES'),
    amountField: 'LMI_PAYMENT_AMOUNT',
  },
  double: webmoneyDouble,
  async pay(double) {
    await double.pay?.({ reference: String(payment.number) });
  },
  payout: samplePayout({ asset: 'USD', destination: { purse: 'Z987654321098' } }),
  refund: sampleRefund({ ...startedPayment(payment), externalId: '800000001' }),
};
