import { hmac } from '@/lib/payments/signature';
import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { nowpaymentsDouble } from '@/scripts/doubles/systems/nowpayments';
import { ipnSignature } from './client';

export const sampleIpnSecret = 'np-ipn-secret';
const payment = samplePayment({ amount: '1500.120000', asset: 'USDT' });

/** A notice as the official SDK's README shows it, for the sample payment. Values are JSON, as they stand. */
export function ipnBody(over: Record<string, string> = {}): string {
  const fields: Record<string, string> = {
    payment_id: '5077125051',
    parent_payment_id: 'null',
    invoice_id: 'null',
    payment_status: '"finished"',
    pay_address: '"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"',
    payin_extra_id: 'null',
    price_amount: '1500.12',
    price_currency: '"usdttrc20"',
    pay_amount: '1500.12',
    actually_paid: '1500.12',
    pay_currency: '"usdttrc20"',
    order_id: `"${payment.paymentId}"`,
    outcome_amount: '1494.50',
    outcome_currency: '"usdttrc20"',
    fee: '{"currency":"usdttrc20","depositFee":0.1,"serviceFee":5.52}',
    ...over,
  };
  return `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":${value}`)
    .join(',')}}`;
}

export function signedIpn(body: string, secret = sampleIpnSecret) {
  // What is no JSON is signed as it stands, so that only its form is wrong.
  const signature = ipnSignature(body, secret) ?? hmac('sha512', secret, body);
  return jsonRequest(body, { 'x-nowpayments-sig': signature });
}

function notice({ amount, foreignKey, otherShop, test }: NoticeVariant) {
  // Each account has one secret, and the sandbox another: a notice has no other mark of a shop or of a trial.
  if (otherShop || test) return null;
  return signedIpn(
    ipnBody(amount === undefined ? {} : { actually_paid: amount }),
    foreignKey ? 'another' : undefined,
  );
}

export const nowpaymentsFixture: AdapterFixture = {
  settings: {
    apiKey: 'NP-API-KEY-0001',
    ipnSecret: sampleIpnSecret,
    payoutEmail: 'office@kantor.test',
    payoutPassword: 'np-password',
  },
  payment,
  notice: {
    signed: notice,
    signature: { in: 'header', name: 'x-nowpayments-sig' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.12000000',
      asset: 'USDT',
      externalId: '5077125051',
      eventKey: '5077125051:finished',
    },
    answer: { status: 200, body: 'ok', contentType: 'text/plain; charset=utf-8' },
  },
  double: nowpaymentsDouble,
  async pay(double, { paymentId }) {
    await double.pay?.({ reference: paymentId });
  },
  startsAnew: true,
  payout: samplePayout({
    amount: '1200.500000',
    asset: 'USDT',
    destination: { address: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t' },
  }),
};
