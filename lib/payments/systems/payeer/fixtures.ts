import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { payeerDouble } from '@/scripts/doubles/systems/payeer';
import { payeerSample } from './sample';
import { noticeSignature } from './signature';

const payment = samplePayment();

export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    m_operation_id: '555',
    m_operation_ps: '2609',
    m_operation_date: '01.09.2026 15:00:00',
    m_operation_pay_date: '01.09.2026 15:00:01',
    m_shop: payeerSample.shopId,
    m_orderid: String(payment.number),
    m_amount: '1500.00',
    m_curr: 'RUB',
    m_desc: 'T3JkZXI=',
    m_status: 'success',
    summa_out: '1485.00',
    client_account: 'P7654321',
    ...over,
  };
}

export function signedNotice(fields: Record<string, string>, secret: string = payeerSample.shopSecret) {
  return formRequest({ ...fields, m_sign: noticeSignature(new Map(Object.entries(fields)), secret) });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  if (test) return null;
  const fields = noticeFields({
    ...(amount === undefined ? {} : { m_amount: amount }),
    ...(otherShop ? { m_shop: '54321' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-secret' : undefined);
}

export const payeerFixture: AdapterFixture = {
  settings: { ...payeerSample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'm_sign' },
    event: {
      by: { number: 1001 },
      amount: '1500.00',
      asset: 'RUB',
      externalId: '555',
      eventKey: '555:success',
    },
    answer: plainAnswer('1001|success'),
    amountField: 'm_amount',
  },
  double: payeerDouble,
  async pay(double) {
    await double.pay?.({ reference: String(payment.number) });
  },
  payout: samplePayout({ destination: { purse: 'P7654321' } }),
};
