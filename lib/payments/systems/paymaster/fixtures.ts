import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { paymasterDouble } from '@/scripts/doubles/systems/paymaster';
import { paymasterSample } from './sample';
import { noticeHash } from './signature';

const payment = samplePayment();

export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    LMI_MERCHANT_ID: paymasterSample.merchantId,
    LMI_PAYMENT_SYSTEM: '93',
    LMI_CURRENCY: 'RUB',
    LMI_PAYMENT_AMOUNT: '1500.00',
    LMI_PAYMENT_NO: String(payment.number),
    LMI_PAYMENT_DESC: payment.description,
    LMI_SYS_PAYMENT_DATE: '2026-09-01T12:00:00',
    LMI_SYS_PAYMENT_ID: '43184405',
    LMI_PAID_AMOUNT: '1500.00',
    LMI_PAID_CURRENCY: 'RUB',
    LMI_PAYER_IDENTIFIER: '220000XXXXXX0004',
    LMI_PAYMENT_METHOD: 'BankCard',
    ...over,
  };
}

export function signedNotice(fields: Record<string, string>, secret: string = paymasterSample.secret) {
  return formRequest({ ...fields, LMI_HASH: noticeHash(new Map(Object.entries(fields)), secret, 'sha256') });
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  const fields = noticeFields({
    ...(amount === undefined ? {} : { LMI_PAYMENT_AMOUNT: amount }),
    ...(otherShop ? { LMI_MERCHANT_ID: '00000000-d395-4e08-a4ef-81ca6f4e04a6' } : {}),
    ...(test ? { LMI_SIM_MODE: '0' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-secret' : undefined);
}

export const paymasterFixture: AdapterFixture = {
  settings: { ...paymasterSample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'LMI_HASH' },
    event: {
      by: { number: 1001 },
      amount: '1500.00',
      asset: 'RUB',
      externalId: '43184405',
      eventKey: '43184405',
    },
    answer: plainAnswer('YES'),
    amountField: 'LMI_PAYMENT_AMOUNT',
  },
  double: paymasterDouble,
  async pay(double) {
    await double.pay?.({ reference: String(payment.number) });
  },
  refund: sampleRefund({ ...startedPayment(payment), externalId: '43184001' }),
};
