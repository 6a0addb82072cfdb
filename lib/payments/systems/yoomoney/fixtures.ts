import { plainAnswer } from '@/lib/payments/callback-answer';
import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { yoomoneyDouble } from '@/scripts/doubles/systems/yoomoney';
import { yoomoneySample } from './sample';
import { noticeSignature } from './signature';

const payment = samplePayment();

/** Fields of a notice about a card's payment, commission taken off. */
export function noticeFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    notification_type: 'p2p-incoming',
    operation_id: '777888999',
    amount: '1455.00',
    withdraw_amount: '1500.00',
    currency: '643',
    datetime: '2026-09-01T12:00:00Z',
    sender: '41000000000',
    codepro: 'false',
    label: payment.paymentId,
    unaccepted: 'false',
    ...over,
  };
}

export function signedNotice(
  fields: Record<string, string>,
  secret: string = yoomoneySample.notificationSecret,
) {
  return formRequest({ ...fields, sign: noticeSignature(new Map(Object.entries(fields)), secret) });
}

function signed({ amount, foreignKey, test, otherShop }: NoticeVariant) {
  // A notice does not name the wallet: its secret does.
  if (otherShop) return null;
  const fields = noticeFields({
    ...(amount === undefined ? {} : { withdraw_amount: amount }),
    ...(test ? { test_notification: 'true' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-secret' : undefined);
}

export const yoomoneyFixture: AdapterFixture = {
  settings: { ...yoomoneySample },
  payment,
  notice: {
    signed,
    signature: { in: 'field', name: 'sign' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      externalId: '777888999',
      eventKey: '777888999',
    },
    answer: plainAnswer(''),
    amountField: 'withdraw_amount',
  },
  double: yoomoneyDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  payout: samplePayout({ destination: { purse: '410019876543210' } }),
};
