import {
  type AdapterFixture,
  jsonRequest,
  type NoticeVariant,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { shkeeperDouble } from '@/scripts/doubles/systems/shkeeper';
import { shkeeperSignature } from './client';

const known = {
  host: 'shkeeper.example',
  apiKey: 'shk-api-key',
  username: 'admin',
  password: 'shk-password',
};
const payment = samplePayment({ amount: '1500.12000000', asset: 'BTC' });

/** Seconds of `sampleNow`. */
export const sampleTime = '1788264000';

/** A notice as the server's README shows it, for the sample payment. */
export function noticeBody(over: Record<string, unknown> = {}, amount = '1500.12'): string {
  return JSON.stringify({
    addr: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    balance_crypto: amount,
    balance_fiat: '3000.24',
    crypto: 'BTC',
    external_id: payment.paymentId,
    fee_percent: '2',
    fiat: 'USD',
    overpaid_fiat: '0.00',
    paid: true,
    status: 'PAID',
    transactions: [
      {
        amount_crypto: amount,
        amount_fiat: '3000.24',
        crypto: 'BTC',
        date: '2026-09-01',
        trigger: true,
        txid: 'tx1',
      },
    ],
    ...over,
  });
}

export function signedNotice(body: string, apiKey = known.apiKey, time = sampleTime) {
  return jsonRequest(body, {
    'x-shkeeper-timestamp': time,
    'x-shkeeper-signature': shkeeperSignature(time, body, apiKey),
  });
}

function notice({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  // One key for the whole server: there is no other mark of a shop, and none of a trial.
  if (otherShop || test) return null;
  return signedNotice(noticeBody({}, amount), foreignKey ? 'another-key' : undefined);
}

export const shkeeperFixture: AdapterFixture = {
  settings: {
    serverUrl: `https://${known.host}`,
    apiKey: known.apiKey,
    username: known.username,
    password: known.password,
  },
  payment,
  notice: {
    signed: notice,
    signature: { in: 'header', name: 'x-shkeeper-signature' },
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.12000000',
      asset: 'BTC',
      externalId: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      eventKey: `${payment.paymentId}:tx1:PAID`,
    },
    answer: { status: 202, body: 'ok', contentType: 'text/plain; charset=utf-8' },
  },
  double: () => shkeeperDouble(known),
  async pay(double, { paymentId }) {
    await double.pay?.({ reference: paymentId });
  },
  payout: samplePayout({
    amount: '0.50000000',
    asset: 'BTC',
    destination: { address: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4' },
  }),
};
