import { refused, unknown } from '@/lib/payments/ask';
import { callJson, notDone, notTold } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { billState } from './map';
import { readNotice } from './notice';
import { type QiwiSettings, qiwiSettings } from './settings';

/** QIWI bills (p2p). The service ended in 2024; off unless it is named. See README.md of this folder. */
export const qiwi = definePaymentSystem({
  code: 'qiwi',
  titles: { en: 'QIWI', ru: 'QIWI' },
  assets: ['RUB', 'KZT'],
  standing: 'legacy',
  settings: qiwiSettings,
  payIn: {
    amount: 'fixed',
    async start(at, payment) {
      if (at.testMode) return refused('QIWI has no test mode');
      if (payment.asset !== 'RUB' && payment.asset !== 'KZT')
        return refused(`QIWI takes no ${payment.asset}`);
      const called = await callBill(at, 'PUT', payment.paymentId, {
        amount: { currency: payment.asset, value: payment.amount },
        comment: payment.description,
        expirationDateTime: payment.expiresAt.toISOString(),
        customer: { email: payment.email },
        customFields: {},
      });
      if (called.kind !== 'done') return notDone(called);
      const url = textAt(called.json, 'payUrl');
      if (textAt(called.json, 'billId') !== payment.paymentId || !url?.startsWith('https://'))
        return unknown('the answer holds no page to pay on');
      const page = `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ successUrl: payment.returnUrl })}`;
      return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(page) } };
    },
    async check(at, { paymentId }) {
      const called = await callBill(at, 'GET', paymentId);
      return called.kind === 'done' ? billState(called.json, paymentId) : notTold(called);
    },
  },
  callback: { read: readNotice },
});

/** A bill has our id: putting it again is the same bill. */
function callBill(at: At<QiwiSettings>, method: 'GET' | 'PUT', billId: string, json?: object) {
  return callJson(at.http, {
    method,
    url: `https://api.qiwi.com/partner/bill/v1/bills/${encodeURIComponent(billId)}`,
    headers: { authorization: `Bearer ${at.settings.secretKey}` },
    ...(json === undefined ? {} : { json }),
  });
}
