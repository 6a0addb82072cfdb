import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { pageUrl } from '@/lib/payments/outgoing';
import { plainAmount } from '@/lib/payments/plain-amount';
import { callHistory, callPage, canCall } from './client';
import { paymentState } from './map';
import { readNotice } from './notice';
import { payOut } from './payout';
import { accountAsset, type PerfectmoneySettings, perfectmoneySettings } from './settings';

/** Perfect Money: form, notices, history, transfers. Off unless it is named. See README.md of this folder. */
export const perfectmoney = definePaymentSystem({
  code: 'perfectmoney',
  titles: { en: 'Perfect Money', ru: 'Perfect Money' },
  assets: ['USD', 'EUR'],
  standing: 'legacy',
  settings: perfectmoneySettings,
  payIn: {
    // The form is not signed: the payer can change the amount.
    amount: 'open',
    start: async (at, payment) => startPayment(at, payment),
    async check(at, { paymentId, startedAt }) {
      // Without the member's password only notices tell; that is no fault of the system.
      if (!canCall(at.settings)) return { outcome: 'pending' };
      const day = 86_400_000;
      const [from, till] = [new Date(startedAt.getTime() - day), new Date(at.now().getTime() + day)];
      const answer = await callHistory(at, { from, till, received: true });
      return 'outcome' in answer ? unknown(answer.reason) : paymentState(answer.rows, paymentId);
    },
  },
  callback: { read: readNotice },
  payOut,
  async balance(at, { asset }) {
    const { payeeAccount } = at.settings;
    if (asset !== accountAsset(payeeAccount)) return refused(`the account holds no ${asset}`);
    const answer = await callPage(at, 'balance');
    if ('outcome' in answer) return answer;
    const amount = plainAmount(answer.inputs.get(payeeAccount), 2);
    return amount === null
      ? unknown('balance does not tell of this account')
      : { outcome: 'settled', amount };
  },
  async probe(at) {
    if (!canCall(at.settings)) return { outcome: 'nothing_to_ask' };
    const answer = await callPage(at, 'balance');
    return 'outcome' in answer ? answer : { outcome: 'settled' };
  },
});

function startPayment({ settings, testMode }: At<PerfectmoneySettings>, payment: PaymentToMake): StartAnswer {
  const { payeeAccount, payeeName } = settings;
  if (testMode) return refused('Perfect Money has no test mode');
  if (payment.asset !== accountAsset(payeeAccount)) return refused(`the account holds no ${payment.asset}`);
  const fields = {
    PAYEE_ACCOUNT: payeeAccount,
    PAYEE_NAME: payeeName,
    PAYMENT_AMOUNT: payment.amount,
    PAYMENT_UNITS: payment.asset,
    PAYMENT_ID: payment.paymentId,
    STATUS_URL: payment.callbackUrl,
    PAYMENT_URL: payment.returnUrl,
    PAYMENT_URL_METHOD: 'GET',
    NOPAYMENT_URL: payment.returnUrl,
    NOPAYMENT_URL_METHOD: 'GET',
    SUGGESTED_MEMO: payment.description,
    INTERFACE_LANGUAGE: payment.locale === 'ru' ? 'ru_RU' : 'en_US',
  };
  const url = pageUrl('https://perfectmoney.is/api/step1.asp');
  return { outcome: 'started', step: { kind: 'form', url, fields } };
}
