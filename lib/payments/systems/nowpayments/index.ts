import { nameOfAsset } from '@/lib/payments/asset-map';
import { notTold } from '@/lib/payments/call-json';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { cutAmount } from '@/lib/payments/cut-amount';
import { type ExactJson, textAt, valueAt } from '@/lib/payments/exact-json';
import { nowpayments as call } from './client';
import { readNowpaymentsNotice } from './notice';
import { nowpaymentsPayIn } from './pay-in';
import { nowpaymentsPayOut } from './pay-out';
import { type NowpaymentsSettings, nowpaymentsSettings } from './settings';

export const nowpayments = definePaymentSystem({
  code: 'nowpayments',
  titles: { en: 'NOWPayments', ru: 'NOWPayments' },
  assets: 'any',
  standing: 'service',
  settings: nowpaymentsSettings,
  payIn: nowpaymentsPayIn,
  callback: { read: readNowpaymentsNotice },
  payOut: nowpaymentsPayOut,
  async balance(at, { asset }) {
    const currency = nameOfAsset(at.settings.currencies, asset)?.toLowerCase();
    if (currency === undefined) return { outcome: 'refused', reason: `no currency is named for ${asset}` };
    const found = await balances(at);
    if ('outcome' in found) return found;
    // A currency that was never used is not in the list.
    const own = valueAt(found.json, currency);
    const amount = own === undefined ? '0' : cutAmount(textAt(own, 'amount'));
    return amount === null
      ? { outcome: 'unknown', reason: 'the balance in the answer is no amount' }
      : { outcome: 'settled', amount };
  },
  async probe(at) {
    const found = await balances(at);
    return 'outcome' in found ? found : { outcome: 'settled' };
  },
});

async function balances(at: At<NowpaymentsSettings>): Promise<Refused | Unknown | { json: ExactJson }> {
  const found = await call(at, 'GET', '/balance');
  if (found.kind === 'refused') return { outcome: 'refused', reason: found.reason };
  if (found.kind !== 'done') return notTold(found);
  if (typeof found.json !== 'object' || found.json === null || Array.isArray(found.json))
    return { outcome: 'unknown', reason: 'no balances in the answer' };
  return { json: found.json };
}
