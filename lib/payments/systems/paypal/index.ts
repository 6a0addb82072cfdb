import { notTold } from '@/lib/payments/call-json';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { paypalToken } from './client';
import { paypalAssets } from './map';
import { readPaypalNotice } from './notice';
import { paypalPayIn } from './pay-in';
import { paypalPayOut, paypalRefund } from './pay-out';
import { paypalSettings } from './settings';

export const paypal = definePaymentSystem({
  code: 'paypal',
  titles: { en: 'PayPal', ru: 'PayPal' },
  assets: paypalAssets,
  standing: 'service',
  settings: paypalSettings,
  payIn: paypalPayIn,
  callback: { read: readPaypalNotice },
  payOut: paypalPayOut,
  refund: paypalRefund,
  async probe(at) {
    const found = await paypalToken(at);
    if (found.kind === 'done') return { outcome: 'settled' };
    return found.kind === 'refused' ? { outcome: 'refused', reason: found.reason } : notTold(found);
  },
});
