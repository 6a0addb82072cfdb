import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { plainAmount } from '@/lib/payments/plain-amount';
import { callWallet } from './client';
import { paymentState } from './map';
import { readNotice } from './notice';
import { payOut } from './payout';
import { type YoomoneySettings, yoomoneySettings } from './settings';

/** A personal YooMoney wallet: form, notices, payouts. See README.md of this folder. */
export const yoomoney = definePaymentSystem({
  code: 'yoomoney',
  titles: { en: 'YooMoney', ru: 'ЮMoney' },
  assets: ['RUB'],
  standing: 'service',
  settings: yoomoneySettings,
  payIn: {
    // The form is not signed: the payer can change the sum.
    amount: 'open',
    start: async (at, payment) => startPayment(at, payment),
    async check(at, { paymentId, amount }) {
      // Without a token only notices tell; that is no fault of the wallet.
      if (at.settings.accessToken === '') return { outcome: 'pending' };
      const params = { type: 'deposition', label: paymentId, records: '30' };
      const history = await callWallet(at, 'operation-history', params);
      if ('outcome' in history) return unknown(history.reason);
      return paymentState(history.told, paymentId, amount);
    },
  },
  callback: { read: readNotice },
  payOut,
  async balance(at, { asset }) {
    const answer = await callWallet(at, 'account-info');
    if ('outcome' in answer) return answer;
    const { told } = answer;
    if (asset !== 'RUB' || textAt(told, 'currency') !== '643')
      return refused('the wallet holds roubles only');
    if (textAt(told, 'account') !== at.settings.receiver)
      return refused('the token belongs to another wallet');
    const amount = plainAmount(textAt(told, 'balance'), 2);
    return amount === null ? unknown('account-info tells no balance') : { outcome: 'settled', amount };
  },
  async probe(at) {
    if (at.settings.accessToken === '') return { outcome: 'nothing_to_ask' };
    const answer = await callWallet(at, 'account-info');
    if ('outcome' in answer) return answer;
    const account = textAt(answer.told, 'account');
    if (account === undefined) return unknown('account-info tells no account');
    return account === at.settings.receiver
      ? { outcome: 'settled' }
      : refused('the token belongs to another wallet');
  },
});

function startPayment(at: At<YoomoneySettings>, payment: PaymentToMake): StartAnswer {
  if (at.testMode) return refused('the wallet has no test mode');
  if (payment.asset !== 'RUB') return refused('the wallet takes roubles only');
  const fields = {
    receiver: at.settings.receiver,
    'quickpay-form': 'button',
    paymentType: at.settings.paymentType,
    sum: payment.amount,
    label: payment.paymentId,
    successURL: payment.returnUrl,
  };
  return {
    outcome: 'started',
    step: { kind: 'form', url: pageUrl('https://yoomoney.ru/quickpay/confirm'), fields },
  };
}
