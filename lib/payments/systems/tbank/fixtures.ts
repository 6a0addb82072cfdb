import { plainAnswer } from '@/lib/payments/callback-answer';
import type { ExactJson } from '@/lib/payments/exact-json';
import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
  sampleRefund,
  startedPayment,
} from '@/lib/payments/testing/fixture';
import { tbankDouble } from '@/scripts/doubles/systems/tbank';
import { tbankSample } from './sample';
import { tokenOf } from './signature';

const payment = samplePayment();

export function noticeFields(
  over: Record<string, ExactJson | number> = {},
): Record<string, ExactJson | number> {
  return {
    TerminalKey: tbankSample.terminalKey,
    OrderId: payment.paymentId,
    Success: true,
    Status: 'CONFIRMED',
    PaymentId: 13660,
    ErrorCode: '0',
    Amount: 150_000,
    CardId: 867_911,
    Pan: '220000******0004',
    ExpDate: '1230',
    ...over,
  };
}

export function signedNotice(
  fields: Record<string, ExactJson | number>,
  password: string = tbankSample.password,
) {
  return jsonRequest(JSON.stringify({ ...fields, Token: tokenOf(fields, password) }));
}

function signed({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  // A terminal for trials is another terminal.
  if (test) return null;
  const kopecks =
    amount !== undefined && /^\d{1,9}\.\d\d$/.test(amount) ? Number(amount.replace('.', '')) : amount;
  const fields = noticeFields({
    ...(kopecks === undefined ? {} : { Amount: kopecks }),
    ...(otherShop ? { TerminalKey: '1700000000000009' } : {}),
  });
  return signedNotice(fields, foreignKey ? 'another-password' : undefined);
}

export const tbankFixture: AdapterFixture = {
  settings: { ...tbankSample },
  publicSettings: ['terminalKey', 'payoutTerminalKey'],
  payment,
  notice: {
    signed,
    signature: { in: 'json', name: 'Token' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'RUB',
      externalId: '13660',
      eventKey: '13660:CONFIRMED',
    },
    answer: plainAnswer('OK'),
  },
  double: tbankDouble,
  async pay(double) {
    await double.pay?.({ reference: payment.paymentId });
  },
  payout: samplePayout({ destination: { phone: '+79005550104', bank_id: '100000000004' } }),
  refund: sampleRefund({ ...startedPayment(payment), externalId: '7000001' }),
};
