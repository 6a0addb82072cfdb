import { coinDecimals } from '@/lib/payments/asset-decimals';
import { nameOfAsset } from '@/lib/payments/asset-map';
import { notTold } from '@/lib/payments/call-json';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt, valueAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';
import { greenfield, inStore } from './client';
import { readBtcpayNotice } from './notice';
import { btcpayPayIn } from './pay-in';
import { btcpayPayOut } from './pay-out';
import { btcpaySettings } from './settings';

export const btcpay = definePaymentSystem({
  code: 'btcpay',
  titles: { en: 'BTCPay Server', ru: 'BTCPay Server' },
  assets: 'any',
  standing: 'service',
  settings: btcpaySettings,
  payIn: btcpayPayIn,
  callback: { read: readBtcpayNotice },
  payOut: btcpayPayOut,
  async balance(at, { asset }) {
    const methodId = nameOfAsset(at.settings.paymentMethods, asset);
    if (methodId === null) return { outcome: 'refused', reason: `no way to pay is named for ${asset}` };
    const found = await inStore(at, 'GET', `/payment-methods/${methodId}/wallet`);
    if (found.kind !== 'done') return found.kind === 'refused' ? notAllowed(found.reason) : notTold(found);
    const amount = plainAmount(
      textAt(found.json, 'confirmedBalance') ?? textAt(found.json, 'balance'),
      coinDecimals,
    );
    return amount === null
      ? { outcome: 'unknown', reason: 'no balance in the answer' }
      : { outcome: 'settled', amount };
  },
  async probe(at) {
    // The first shows that the key is one of this store, the second that it is a key at all and not a page.
    const found = await inStore(at, 'GET', '/invoices?take=1');
    if (found.kind !== 'done') return found.kind === 'refused' ? notAllowed(found.reason) : notTold(found);
    const key = await greenfield(at, 'GET', '/api-keys/current');
    if (key.kind !== 'done') return key.kind === 'refused' ? notAllowed(key.reason) : notTold(key);
    return Array.isArray(found.json) && Array.isArray(valueAt(key.json, 'permissions'))
      ? { outcome: 'settled' }
      : { outcome: 'unknown', reason: 'the answers are not those of BTCPay Server' };
  },
});

function notAllowed(reason: string) {
  return { outcome: 'refused' as const, reason };
}
