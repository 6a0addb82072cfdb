import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { perfectmoneyDouble } from '@/scripts/doubles/systems/perfectmoney';
import { perfectmoneySample } from './sample';
import { noticeHash } from './signature';

const payment = samplePayment({ asset: 'USD' });

export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    PAYEE_ACCOUNT: perfectmoneySample.payeeAccount,
    PAYMENT_AMOUNT: '1500.00',
    PAYMENT_UNITS: 'USD',
    PAYMENT_BATCH_NUM: '555',
    PAYMENT_ID: payment.paymentId,
    PAYER_ACCOUNT: 'U7654321',
    TIMESTAMPGMT: '1788264000',
    ...over,
  };
}

export function signedNotice(
  fields: Record<string, string>,
  phrase: string = perfectmoneySample.alternatePassphrase,
) {
  return formRequest({ ...fields, V2_HASH: noticeHash(new Map(Object.entries(fields)), phrase) });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  if (test) return null;
  const fields = noticeFields({
    ...(amount === undefined ? {} : { PAYMENT_AMOUNT: amount }),
    ...(otherShop ? { PAYEE_ACCOUNT: 'U0000009' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-phrase' : undefined);
}

export const perfectmoneyFixture: AdapterFixture = {
  settings: { ...perfectmoneySample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'V2_HASH' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'USD',
      externalId: '555',
      eventKey: '555',
    },
    answer: plainAnswer('OK'),
    amountField: 'PAYMENT_AMOUNT',
  },
  double: perfectmoneyDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  payout: samplePayout({ asset: 'USD', destination: { purse: 'U7654321' } }),
};
