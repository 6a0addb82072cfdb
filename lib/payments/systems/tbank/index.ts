import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { minorUnits } from '@/lib/payments/plain-amount';
import { callTbank, type TbankAnswer } from './client';
import { orderState } from './map';
import { readNotice } from './notice';
import { payOut } from './payout';
import { checkRefund, sendRefund } from './refund';
import { type TbankSettings, tbankSettings } from './settings';

/** T-Bank (Tinkoff) internet acquiring: cards and SBP, refunds, payouts by SBP. See README.md of this folder. */
export const tbank = definePaymentSystem({
  code: 'tbank',
  titles: { en: 'T-Bank', ru: 'Т-Банк' },
  assets: ['RUB'],
  standing: 'service',
  settings: tbankSettings,
  payIn: {
    amount: 'fixed',
    start: startPayment,
    async check(at, { paymentId }) {
      // By our own number: an order whose first Init was not heard has more than one payment at the bank.
      const answer = await callTbank(at, 'CheckOrder', { OrderId: paymentId });
      if (answer.outcome === 'done') return orderState(answer.told, paymentId);
      return unknown(answer.reason);
    },
  },
  callback: { read: readNotice },
  payOut,
  refund: { partial: true, send: sendRefund, check: checkRefund },
  async probe(at) {
    // There is no such payment. What is said of the token and the terminal says whether the settings work.
    const answer = await callTbank(at, 'GetState', { PaymentId: '1' });
    if (answer.outcome === 'unknown') return unknown(answer.reason);
    if (answer.outcome === 'refused' && ['202', '204', '331', '501'].includes(answer.code))
      return refused(answer.reason);
    return { outcome: 'settled' };
  },
});

async function startPayment(at: At<TbankSettings>, payment: PaymentToMake): Promise<StartAnswer> {
  const { terminalKey, payBy, testHost } = at.settings;
  const kopecks = minorUnits(payment.amount, 2);
  if (payment.asset !== 'RUB' || kopecks === null)
    return refused('the terminal takes roubles and kopecks only');
  const isDemo = terminalKey.endsWith('DEMO');
  if (isDemo && !at.testMode) return refused('a DEMO terminal takes no real money');
  if (at.testMode && !isDemo && testHost === 'live')
    return refused('the terminal would take real money in a test');
  const answer = await callTbank(at, 'Init', {
    Amount: Number(kopecks),
    OrderId: payment.paymentId,
    Description: payment.description.slice(0, 140),
    Language: payment.locale,
    NotificationURL: payment.callbackUrl,
    SuccessURL: payment.returnUrl,
    FailURL: payment.returnUrl,
    ...dueDate(at.now(), payment.expiresAt),
  });
  if (answer.outcome !== 'done') return notStarted(answer);
  const bankId = textAt(answer.told, 'PaymentId');
  const url = textAt(answer.told, 'PaymentURL');
  const same =
    textAt(answer.told, 'OrderId') === payment.paymentId && textAt(answer.told, 'Amount') === kopecks;
  if (!bankId || !url?.startsWith('https://') || !same) return unknown('Init answered about something else');
  // Not told as the payment's own id: the order is what is asked for, and it may have several.
  const facts = { paymentId: bankId };
  if (payBy === 'page') return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(url) }, facts };
  const code = await callTbank(at, 'GetQr', { PaymentId: bankId, DataType: 'PAYLOAD' });
  if (code.outcome !== 'done') return notStarted(code);
  const qr = textAt(code.told, 'Data');
  if (!qr?.startsWith('https://')) return unknown('GetQr answered no link');
  return { outcome: 'started', step: { kind: 'qr', qr, url: qr }, facts };
}

function notStarted(answer: Exclude<TbankAnswer, { outcome: 'done' }>): StartAnswer {
  return answer.outcome === 'refused' ? refused(answer.reason) : unknown(answer.reason);
}

/** The bank takes one minute to 90 days; `2026-09-01T15:30:00+03:00`. */
function dueDate(now: Date, expiresAt: Date): { RedirectDueDate?: string } {
  const left = expiresAt.getTime() - now.getTime();
  if (left < 60_000 || left > 90 * 86_400_000) return {};
  const there = new Date(expiresAt.getTime() + 3 * 3_600_000).toISOString().slice(0, 19);
  return { RedirectDueDate: `${there}+03:00` };
}
