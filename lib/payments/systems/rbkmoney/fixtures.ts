import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
} from '@/lib/payments/testing/fixture';
import { noticeHash } from './signature';

const payment = samplePayment();
export const rbkmoneySample = { eshopId: '2001', secretKey: 'rbk-secret', hash: 'md5' } as const;

export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    eshopId: rbkmoneySample.eshopId,
    paymentId: '900001',
    orderId: String(payment.number),
    eshopAccount: 'RU123456789',
    serviceName: payment.description,
    recipientAmount: '1500.00',
    recipientCurrency: 'RUR',
    paymentStatus: '5',
    userName: 'Ivan',
    userEmail: payment.email,
    paymentData: '2026-09-01 12:00:00',
    ...over,
  };
}

export function signedNotice(fields: Record<string, string>, secret: string = rbkmoneySample.secretKey) {
  return formRequest({ ...fields, hash: noticeHash(new Map(Object.entries(fields)), secret, 'md5') });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  if (test) return null;
  const fields = noticeFields({
    ...(amount === undefined ? {} : { recipientAmount: amount }),
    ...(otherShop ? { eshopId: '9999' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-secret' : undefined);
}

export const rbkmoneyFixture: AdapterFixture = {
  settings: { ...rbkmoneySample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'hash' },
    event: { by: { number: 1001 }, amount: '1500.00', asset: 'RUB', eventKey: '1001:5' },
    answer: plainAnswer('OK'),
    amountField: 'recipientAmount',
  },
};
