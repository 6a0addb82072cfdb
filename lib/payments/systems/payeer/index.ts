import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt, valueAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { plainAmount } from '@/lib/payments/plain-amount';
import { callPayeer, canCall } from './client';
import { readNotice } from './notice';
import { balanceOf, payOut } from './payout';
import { type PayeerSettings, payeerAssets, payeerSettings } from './settings';
import { requestSignature } from './signature';

/** Payeer: form, notices, states, transfers. Off unless it is named. See README.md of this folder. */
export const payeer = definePaymentSystem({
  code: 'payeer',
  titles: { en: 'Payeer', ru: 'Payeer' },
  assets: payeerAssets,
  standing: 'legacy',
  settings: payeerSettings,
  payIn: {
    amount: 'fixed',
    start: async (at, payment) => startPayment(at, payment),
    async check(at, { number }) {
      // Without the interface only notices tell; that is no fault of the system.
      if (!canCall(at.settings)) return { outcome: 'pending' };
      const answer = await callPayeer(at, 'shopOrderInfo', {
        shopId: at.settings.shopId,
        orderId: String(number),
      });
      if ('outcome' in answer) return unknown(answer.reason);
      if (valueAt(answer.told, 'success') !== true) return { outcome: 'pending' };
      if (textAt(answer.told, 'info.status') !== 'success') return { outcome: 'pending' };
      const amount = plainAmount(textAt(answer.told, 'info.sumOut'), 2);
      const asset = payeerAssets.find((known) => known === textAt(answer.told, 'info.curOut'));
      const externalId = textAt(answer.told, 'info.id');
      if (amount === null || !asset || !externalId) return unknown('shopOrderInfo cannot be read');
      return { outcome: 'settled', amount, asset, externalId, facts: { operationId: externalId } };
    },
  },
  callback: { read: readNotice },
  payOut,
  balance: (at, { asset }) => balanceOf(at, asset),
  async probe(at) {
    if (!canCall(at.settings)) return { outcome: 'nothing_to_ask' };
    const answer = await callPayeer(at, 'balance');
    return 'outcome' in answer ? answer : { outcome: 'settled' };
  },
});

function startPayment({ settings, testMode }: At<PayeerSettings>, payment: PaymentToMake): StartAnswer {
  if (testMode) return refused('Payeer has no test mode');
  if (!payeerAssets.some((asset) => asset === payment.asset))
    return refused(`Payeer takes no ${payment.asset}`);
  const fields = {
    m_shop: settings.shopId,
    m_orderid: String(payment.number),
    m_amount: payment.amount,
    m_curr: payment.asset,
    m_desc: Buffer.from(payment.description).toString('base64'),
  };
  const m_sign = requestSignature(new Map(Object.entries(fields)), settings.shopSecret);
  const url = pageUrl('https://payeer.com/merchant/');
  return {
    outcome: 'started',
    step: { kind: 'form', url, fields: { ...fields, m_sign, lang: payment.locale } },
  };
}
