import { refused } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { pageUrl } from '@/lib/payments/outgoing';
import { readNotice } from './notice';
import { type RbkmoneySettings, rbkmoneySettings } from './settings';
import { requestHash } from './signature';

/** RBK Money by its old form. Off unless it is named. See README.md of this folder. */
export const rbkmoney = definePaymentSystem({
  code: 'rbkmoney',
  titles: { en: 'RBK Money', ru: 'RBK Money' },
  assets: ['RUB', 'USD', 'EUR'],
  standing: 'legacy',
  settings: rbkmoneySettings,
  payIn: { amount: 'fixed', start: async (at, payment) => startPayment(at, payment) },
  callback: { read: readNotice },
});

function startPayment({ settings, testMode }: At<RbkmoneySettings>, payment: PaymentToMake): StartAnswer {
  if (testMode) return refused('RBK Money has no test mode');
  if (!['RUB', 'USD', 'EUR'].includes(payment.asset)) return refused(`RBK Money takes no ${payment.asset}`);
  const fields = {
    eshopId: settings.eshopId,
    orderId: String(payment.number),
    serviceName: payment.description,
    recipientAmount: payment.amount,
    recipientCurrency: payment.asset === 'RUB' ? 'RUR' : payment.asset,
    user_email: payment.email,
    version: '2',
    language: payment.locale,
    successUrl: payment.returnUrl,
    failUrl: payment.returnUrl,
    userFields: '',
  };
  const hash = requestHash(new Map(Object.entries(fields)), settings.secretKey, settings.hash);
  const url = pageUrl('https://rbkmoney.ru/acceptpurchase.aspx');
  return { outcome: 'started', step: { kind: 'form', url, fields: { ...fields, hash } } };
}
