import { notTold } from '@/lib/payments/call-json';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { interkassa as call, hasApi } from './client';
import { interkassaAssets } from './map';
import { readInterkassaNotice } from './notice';
import { interkassaPayIn } from './pay-in';
import { interkassaPayOut, interkassaRefund } from './pay-out';
import { interkassaSettings } from './settings';

export const interkassa = definePaymentSystem({
  code: 'interkassa',
  titles: { en: 'Interkassa', ru: 'Интеркасса' },
  assets: interkassaAssets,
  standing: 'service',
  settings: interkassaSettings,
  payIn: interkassaPayIn,
  callback: { read: readInterkassaNotice },
  payOut: interkassaPayOut,
  refund: interkassaRefund,
  /** Only the interface can be tried: the keys of the checkout are seen to be right by the first notice. */
  async probe(at) {
    if (!hasApi(at.settings)) return { outcome: 'nothing_to_ask' };
    const found = await call(at, '/purse');
    if (found.kind === 'done') return { outcome: 'settled' };
    return found.kind === 'refused' ? { outcome: 'refused', reason: found.reason } : notTold(found);
  },
});
