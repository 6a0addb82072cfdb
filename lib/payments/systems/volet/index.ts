import { definePaymentSystem } from '@/lib/payments/contract/system';
import { volet as call } from './client';
import { balanceOf, voletAssets } from './map';
import { readVoletNotice } from './notice';
import { voletPayIn } from './pay-in';
import { voletPayOut } from './pay-out';
import { voletSettings } from './settings';

export const volet = definePaymentSystem({
  code: 'volet',
  titles: { en: 'Volet', ru: 'Volet' },
  assets: voletAssets,
  standing: 'service',
  settings: voletSettings,
  payIn: voletPayIn,
  callback: { read: readVoletNotice },
  payOut: voletPayOut,
  async balance(at, { asset }) {
    const found = await call(at, 'getBalances');
    if (found.kind !== 'done') return told(found);
    const amount = balanceOf(found.value, asset);
    return amount === null
      ? { outcome: 'unknown', reason: `not exactly one wallet in ${asset}` }
      : { outcome: 'settled', amount };
  },
  /** Only the interface can be tried: the SCI's name and password are seen to be right by the first notice. */
  async probe(at) {
    const found = await call(at, 'getBalances');
    return found.kind === 'done' ? { outcome: 'settled' } : told(found);
  },
});

function told({ kind, reason }: { kind: 'refused' | 'unknown' | 'unsent'; reason: string }) {
  return { outcome: kind === 'refused' ? ('refused' as const) : ('unknown' as const), reason };
}
