import { refused } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { pageUrl } from '@/lib/payments/outgoing';
import { readNotice } from './notice';
import { type MykassaSettings, mykassaSettings } from './settings';
import { signature } from './signature';

/** MyKassa: a link and a notice. Off unless it is named. See README.md of this folder. */
export const mykassa = definePaymentSystem({
  code: 'mykassa',
  titles: { en: 'MyKassa', ru: 'MyKassa' },
  assets: ['RUB', 'USD', 'EUR'],
  standing: 'legacy',
  settings: mykassaSettings,
  payIn: { amount: 'fixed', start: async (at, payment) => startPayment(at, payment) },
  callback: { read: readNotice },
});

function startPayment({ settings, testMode }: At<MykassaSettings>, payment: PaymentToMake): StartAnswer {
  const { projectId, secretKey, asset } = settings;
  if (testMode) return refused('MyKassa has no test mode');
  if (payment.asset !== asset) return refused(`the project takes ${asset} only`);
  const order = String(payment.number);
  const query = new URLSearchParams({
    m: projectId,
    oa: payment.amount,
    o: order,
    s: signature({ project: projectId, amount: payment.amount, secret: secretKey, order }),
    lang: payment.locale,
    email: payment.email,
  });
  const url = pageUrl(`https://www.mykassa.org/api/merchant.php?${query}`);
  return { outcome: 'started', step: { kind: 'redirect', url } };
}
