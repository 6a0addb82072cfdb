import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type {
  PaymentAnswer,
  PaymentToCheck,
  PaymentToMake,
  StartAnswer,
} from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { textAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { minorUnits } from '@/lib/payments/plain-amount';
import { callGateway } from './client';
import { notFound, orderNumbers, orderState } from './map';
import { readNotice } from './notice';
import { checkRefund, sendRefund } from './refund';
import { currencyNumbers, type SberSettings, sberSettings } from './settings';

/** Sber and other banks with the same gateway (RBS): payments, refunds. See README.md of this folder. */
export const sber = definePaymentSystem({
  code: 'sber',
  titles: { en: 'Sber and RBS gateways', ru: 'Сбер и шлюзы RBS' },
  assets: Object.keys(currencyNumbers),
  standing: 'service',
  settings: sberSettings,
  payIn: { amount: 'fixed', start: startPayment, check: checkPayment },
  callback: { read: readNotice },
  refund: { partial: true, send: sendRefund, check: checkRefund },
  async probe(at) {
    // There is no such order: "not found" says that the gateway knows us.
    const answer = await callGateway(at, 'getOrderStatusExtended', { orderNumber: 'kantor-connection-test' });
    if ('outcome' in answer) return answer;
    if (answer.code === notFound) return { outcome: 'settled' };
    return answer.code === '5' ? refused(answer.reason) : unknown(answer.reason);
  },
});

/**
 * Registers an order. A number that is taken means that the answer to the first attempt was lost, and with it the
 * page's address: nobody can have paid there, so the payment is registered under the next number.
 */
async function startPayment(at: At<SberSettings>, payment: PaymentToMake): Promise<StartAnswer> {
  const { asset } = at.settings;
  const amount = minorUnits(payment.amount, 2);
  if (payment.asset !== asset || amount === null) return refused(`the shop takes ${asset} only`);
  for (const orderNumber of orderNumbers(payment.paymentId)) {
    const answer = await callGateway(at, 'register', {
      orderNumber,
      amount,
      currency: currencyNumbers[asset],
      returnUrl: payment.returnUrl,
      failUrl: payment.returnUrl,
      description: payment.description.slice(0, 500),
      language: payment.locale,
      dynamicCallbackUrl: payment.callbackUrl,
      sessionTimeoutSecs: String(secondsLeft(at.now(), payment.expiresAt)),
      ...(payment.email ? { email: payment.email } : {}),
    });
    if ('outcome' in answer) return answer;
    if (answer.code === '1') continue;
    if (answer.code !== '0') return refused(answer.reason);
    const mdOrder = textAt(answer.told, 'orderId');
    const url = textAt(answer.told, 'formUrl');
    if (!mdOrder || !url?.startsWith('https://')) return unknown('register answered no page to pay on');
    return { outcome: 'started', step: { kind: 'redirect', url: pageUrl(url) }, facts: { mdOrder } };
  }
  return refused('the payment was registered three times already');
}

/** Asks by our own numbers, the latest attempt first that is paid. */
async function checkPayment(at: At<SberSettings>, { paymentId }: PaymentToCheck): Promise<PaymentAnswer> {
  let last: PaymentAnswer = { outcome: 'pending' };
  for (const orderNumber of orderNumbers(paymentId)) {
    const answer = await callGateway(at, 'getOrderStatusExtended', { orderNumber });
    if ('outcome' in answer) return unknown(answer.reason);
    if (answer.code === notFound) return last;
    last = orderState(answer, orderNumber);
    if (last.outcome === 'settled' || last.outcome === 'unknown') return last;
  }
  return last;
}

function secondsLeft(now: Date, expiresAt: Date): number {
  const left = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return Math.min(Math.max(left, 60), 7 * 86_400);
}
