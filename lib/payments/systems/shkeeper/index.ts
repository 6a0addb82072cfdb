import { nameOfAsset } from '@/lib/payments/asset-map';
import { notTold } from '@/lib/payments/call-json';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { cutAmount } from '@/lib/payments/cut-amount';
import { listAt, textAt } from '@/lib/payments/exact-json';
import { shkeeper as call } from './client';
import { readShkeeperNotice } from './notice';
import { shkeeperPayIn } from './pay-in';
import { shkeeperPayOut } from './pay-out';
import { shkeeperSettings } from './settings';

export const shkeeper = definePaymentSystem({
  code: 'shkeeper',
  titles: { en: 'SHKeeper', ru: 'SHKeeper' },
  assets: 'any',
  standing: 'service',
  settings: shkeeperSettings,
  payIn: shkeeperPayIn,
  callback: { read: readShkeeperNotice },
  payOut: shkeeperPayOut,
  async balance(at, { asset }) {
    const coin = nameOfAsset(at.settings.currencies, asset);
    if (coin === null) return { outcome: 'refused', reason: `no coin is named for ${asset}` };
    const found = await call(at, 'GET', `/${coin}/balance`);
    if (found.kind === 'refused') return { outcome: 'refused', reason: found.reason };
    if (found.kind !== 'done') return notTold(found);
    const amount = cutAmount(textAt(found.json, 'amount_crypto'));
    return amount === null
      ? { outcome: 'unknown', reason: 'no balance in the answer' }
      : { outcome: 'settled', amount };
  },
  async probe(at) {
    const found = await call(at, 'GET', '/crypto/balances');
    if (found.kind === 'refused') return { outcome: 'refused', reason: found.reason };
    if (found.kind !== 'done') return notTold(found);
    return listAt(found.json, '').some((one) => textAt(one, 'name') !== undefined)
      ? { outcome: 'settled' }
      : { outcome: 'unknown', reason: 'the server names no coins' };
  },
});
