import { refused, unknown } from '@/lib/payments/ask';
import { notDone, notTold } from '@/lib/payments/call-json';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { paymasterAssets } from '@/lib/payments/systems/paymaster/settings';
import { amountOf, callPaymaster } from './client';
import { paymentState, refundState } from './map';
import { readNotice } from './notice';
import { type PaymasterRestSettings, paymasterRestSettings } from './settings';

/** PayMaster by its REST interface, version 2. See README.md of this folder. */
export const paymasterRest = definePaymentSystem({
  code: 'paymaster_rest',
  titles: { en: 'PayMaster (REST)', ru: 'PayMaster (REST)' },
  assets: paymasterAssets,
  standing: 'service',
  settings: paymasterRestSettings,
  payIn: {
    amount: 'fixed',
    start: startPayment,
    async check(at, { externalId, paymentId }) {
      if (externalId === null) return unknown('the payment’s id in PayMaster is not known');
      const path = `/payments/${encodeURIComponent(externalId)}`;
      const called = await callPaymaster(at, { method: 'GET', path });
      const { merchantId } = at.settings;
      return called.kind === 'done'
        ? paymentState(called.json, { merchantId, testMode: at.testMode, paymentId })
        : notTold(called);
    },
  },
  callback: { read: readNotice },
  refund: {
    partial: true,
    async send(at, refund) {
      const { externalId } = refund.payment;
      if (externalId === null) return refused('the payment’s id in PayMaster is not known');
      const json = { paymentId: externalId, amount: amountOf(refund.amount, refund.asset) };
      const called = await callPaymaster(at, {
        method: 'POST',
        path: '/refunds',
        json,
        key: refund.refundId,
      });
      return called.kind === 'done' ? refundState(called.json) : notDone(called);
    },
    async check(at, { externalId }) {
      if (externalId === null) return unknown('no id was told: look for the refund in the cabinet');
      const path = `/refunds/${encodeURIComponent(externalId)}`;
      const called = await callPaymaster(at, { method: 'GET', path });
      return called.kind === 'done' ? refundState(called.json) : notTold(called);
    },
  },
  async probe(at) {
    // There is no such payment: "not found" says that the token is right.
    const called = await callPaymaster(at, { method: 'GET', path: '/payments/1' });
    if (called.kind === 'refused' && (called.status === 401 || called.status === 403))
      return refused(called.reason);
    if (called.kind === 'refused' && called.status === 404) return { outcome: 'settled' };
    return unknown(called.kind === 'done' ? 'a payment that cannot be was found' : called.reason);
  },
});

async function startPayment(at: At<PaymasterRestSettings>, payment: PaymentToMake): Promise<StartAnswer> {
  const { merchantId, paymentMethod } = at.settings;
  if (!paymasterAssets.some((asset) => asset === payment.asset))
    return refused(`PayMaster takes no ${payment.asset}`);
  const called = await callPaymaster(at, {
    method: 'POST',
    path: '/invoices',
    key: payment.paymentId,
    json: {
      merchantId,
      testMode: at.testMode,
      invoice: {
        description: payment.description.slice(0, 255),
        orderNo: payment.paymentId,
        expires: payment.expiresAt.toISOString(),
      },
      amount: amountOf(payment.amount, payment.asset),
      ...(paymentMethod === 'any' ? {} : { paymentMethod }),
      protocol: { returnUrl: payment.returnUrl, callbackUrl: payment.callbackUrl },
      customer: { email: payment.email, ip: payment.payerIp },
    },
  });
  if (called.kind !== 'done') return notDone(called);
  const externalId = textAt(called.json, 'paymentId');
  const url = textAt(called.json, 'url');
  if (!externalId || !url?.startsWith('https://')) return unknown('the answer holds no page to pay on');
  return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(url) }, externalId };
}
