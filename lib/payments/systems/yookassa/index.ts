import { refused, unknown } from '@/lib/payments/ask';
import { notDone, notTold } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { callYookassa } from './client';
import { paymentState, transferState } from './map';
import { readNotice } from './notice';
import { payOut } from './payout';
import { type YookassaSettings, yookassaSettings } from './settings';

/** YooKassa, interface 3: payments, refunds, payouts. See README.md of this folder. */
export const yookassa = definePaymentSystem({
  code: 'yookassa',
  titles: { en: 'YooKassa', ru: 'ЮKassa' },
  assets: ['RUB', 'USD', 'EUR', 'KZT', 'BYN', 'UAH', 'UZS'],
  standing: 'service',
  settings: yookassaSettings,
  payIn: {
    amount: 'fixed',
    start: startPayment,
    async check(at, { externalId, paymentId }) {
      if (externalId === null) return unknown('the payment’s id in YooKassa is not known');
      const called = await callYookassa(at, {
        method: 'GET',
        path: `/payments/${encodeURIComponent(externalId)}`,
      });
      if (called.kind !== 'done') return notTold(called);
      return paymentState(called.json, { shopId: at.settings.shopId, testMode: at.testMode, paymentId });
    },
  },
  callback: { read: readNotice },
  payOut,
  refund: {
    partial: true,
    async send(at, refund) {
      const { externalId } = refund.payment;
      if (externalId === null) return refused('the payment’s id in YooKassa is not known');
      const called = await callYookassa(at, {
        method: 'POST',
        path: '/refunds',
        idempotenceKey: refund.refundId,
        json: {
          payment_id: externalId,
          amount: { value: refund.amount, currency: refund.asset },
          description: refund.reason.slice(0, 250),
        },
      });
      return called.kind === 'done' ? transferState(called.json) : notDone(called);
    },
    async check(at, { externalId }) {
      if (externalId === null) return unknown('no id was told: look for the refund in the cabinet');
      const called = await callYookassa(at, {
        method: 'GET',
        path: `/refunds/${encodeURIComponent(externalId)}`,
      });
      return called.kind === 'done' ? transferState(called.json) : notTold(called);
    },
  },
  async probe(at) {
    // There is no such payment: "not found" says that shop and key are right.
    const path = '/payments/00000000-0000-5000-8000-000000000000';
    const called = await callYookassa(at, { method: 'GET', path });
    if (called.kind === 'refused' && called.status === 404) return { outcome: 'settled' };
    if (called.kind === 'refused' && (called.status === 401 || called.status === 403))
      return refused(called.reason);
    return unknown(called.kind === 'done' ? 'a payment that cannot be was found' : called.reason);
  },
});

async function startPayment(at: At<YookassaSettings>, payment: PaymentToMake): Promise<StartAnswer> {
  const { secretKey, method } = at.settings;
  if (secretKey.startsWith('test_') !== at.testMode)
    return refused('the secret key is one of the other mode');
  const called = await callYookassa(at, {
    method: 'POST',
    path: '/payments',
    idempotenceKey: payment.paymentId,
    json: {
      amount: { value: payment.amount, currency: payment.asset },
      capture: true,
      confirmation: { type: 'redirect', return_url: payment.returnUrl },
      description: payment.description.slice(0, 128),
      metadata: { payment_id: payment.paymentId },
      ...(method === 'any' ? {} : { payment_method_data: { type: method } }),
    },
  });
  if (called.kind !== 'done') return notDone(called);
  const externalId = textAt(called.json, 'id');
  const url = textAt(called.json, 'confirmation.confirmation_url');
  if (textAt(called.json, 'status') === 'canceled') return refused('the payment was canceled at once');
  if (!externalId || !url || !/^https:\/\//.test(url)) return unknown('the answer holds no page to pay on');
  return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(url) }, externalId };
}
