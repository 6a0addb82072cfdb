import {
  type AdapterFixture,
  formRequest,
  type NoticeVariant,
  sampleNow,
  samplePayment,
  samplePayout,
} from '@/lib/payments/testing/fixture';
import { voletDouble } from '@/scripts/doubles/systems/volet';
import { statusHash } from './signature';

const shop = { accountEmail: 'merchant@kantor.test', sciName: 'Kantor', sciPassword: 'volet-sci-password' };
const payment = samplePayment({ asset: 'USD' });

/** A status form for the sample payment, without its hash. */
export function statusFields(over: Record<string, string> = {}): Record<string, string> {
  return {
    ac_transfer: '9f7285b0-feab-45a4-8b6c-000000000001',
    ac_start_date: '2026-09-01 12:00:00',
    ac_sci_name: shop.sciName,
    ac_src_wallet: 'U000000000009',
    ac_dest_wallet: 'U000000000001',
    ac_order_id: payment.paymentId,
    ac_amount: '1500.00',
    ac_merchant_currency: 'USD',
    ac_fee: '0.00',
    ac_buyer_email: 'buyer@kantor.test',
    ac_transaction_status: 'COMPLETED',
    ...over,
  };
}

export function signedStatus(fields: Record<string, string>, password = shop.sciPassword) {
  return formRequest({ ...fields, ac_hash: statusHash(new Map(Object.entries(fields)), password) });
}

function notice({ amount, otherShop, test, foreignKey }: NoticeVariant) {
  // Volet has no trials.
  if (test) return null;
  const over = {
    ...(amount === undefined ? {} : { ac_amount: amount }),
    ...(otherShop ? { ac_sci_name: 'Other' } : {}),
  };
  return signedStatus(statusFields(over), foreignKey ? 'another-password' : undefined);
}

export const voletFixture: AdapterFixture = {
  settings: { ...shop, apiName: 'kantor-api', apiPassword: 'volet-api-password' },
  payment,
  notice: {
    signed: notice,
    // It is signed but for its state, so it is a hint to ask: the tests of its signature are our own.
    signature: 'none',
    event: {
      by: { paymentId: payment.paymentId },
      amount: '1500.00',
      asset: 'USD',
      externalId: '9f7285b0-feab-45a4-8b6c-000000000001',
      eventKey: '9f7285b0-feab-45a4-8b6c-000000000001:COMPLETED',
    },
    answer: { status: 200, body: 'OK', contentType: 'text/plain; charset=utf-8' },
    amountField: 'ac_amount',
  },
  double: () => voletDouble({ now: () => sampleNow }),
  async pay(double, { paymentId }, started) {
    if (started.outcome !== 'started' || started.step.kind !== 'form') return;
    const { url, fields } = started.step;
    await double.handle({
      method: 'POST',
      host: 'account.volet.com',
      path: new URL(url).pathname,
      query: new URLSearchParams(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(new URLSearchParams(fields).toString()),
      baseUrl: 'https://account.volet.com',
    });
    await double.pay?.({ reference: paymentId });
  },
  payout: samplePayout({ asset: 'USD', destination: { purse: 'U000000000002' } }),
};
