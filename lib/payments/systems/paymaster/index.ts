import { refused } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { pageUrl } from '@/lib/payments/outgoing';
import { callRest, canAsk } from './client';
import { paymentState, refundState } from './map';
import { preRequest, readNotice } from './notice';
import { type PaymasterSettings, paymasterAssets, paymasterSettings } from './settings';

/** PayMaster by its form (LMI): pre-request, signed notices, states and refunds by the old REST. See README.md. */
export const paymaster = definePaymentSystem({
  code: 'paymaster',
  titles: { en: 'PayMaster (form)', ru: 'PayMaster (форма)' },
  assets: paymasterAssets,
  standing: 'service',
  settings: paymasterSettings,
  payIn: {
    // The form is not signed: the payer can change the amount.
    amount: 'open',
    start: async (at, payment) => startPayment(at, payment),
    async check(at, { number }) {
      // Without a login only notices tell; that is no fault of the system.
      if (!canAsk(at.settings)) return { outcome: 'pending' };
      const answer = await callRest(at, 'getPaymentByInvoiceID', [
        ['invoiceID', String(number)],
        ['siteAlias', at.settings.siteAlias],
      ]);
      return 'outcome' in answer ? answer : paymentState(answer, { number, testMode: at.testMode });
    },
  },
  preRequest,
  callback: { read: readNotice },
  refund: {
    partial: true,
    async send(at, refund) {
      const { externalId } = refund.payment;
      if (!canAsk(at.settings)) return refused('login and password of the REST interface are not set');
      if (externalId === null) return refused('the payment’s id in PayMaster is not known');
      const answer = await callRest(at, 'refundPayment', [
        ['paymentID', externalId],
        ['amount', refund.amount],
        ['externalID', refund.refundId],
      ]);
      return 'outcome' in answer ? answer : refundState(answer);
    },
  },
  async probe(at) {
    if (!canAsk(at.settings)) return { outcome: 'nothing_to_ask' };
    const answer = await callRest(at, 'getPayment', [['paymentID', '1']]);
    if ('outcome' in answer) return answer;
    return answer.code === '-6' || answer.code === '-7'
      ? refused(`error ${answer.code}`)
      : { outcome: 'settled' };
  },
});

function startPayment({ settings, testMode }: At<PaymasterSettings>, payment: PaymentToMake): StartAnswer {
  if (!paymasterAssets.some((asset) => asset === payment.asset))
    return refused(`PayMaster takes no ${payment.asset}`);
  const fields = {
    LMI_MERCHANT_ID: settings.merchantId,
    LMI_PAYMENT_AMOUNT: payment.amount,
    LMI_CURRENCY: payment.asset,
    LMI_PAYMENT_NO: String(payment.number),
    LMI_PAYMENT_DESC_BASE64: Buffer.from(payment.description.slice(0, 255)).toString('base64'),
    LMI_PAYER_EMAIL: payment.email,
    LMI_EXPIRES: payment.expiresAt.toISOString().slice(0, 19),
    LMI_INVOICE_CONFIRMATION_URL: payment.callbackUrl,
    LMI_PAYMENT_NOTIFICATION_URL: payment.callbackUrl,
    LMI_SUCCESS_URL: payment.returnUrl,
    LMI_FAILURE_URL: payment.returnUrl,
    ...(testMode ? { LMI_SIM_MODE: '0' } : {}),
  };
  const step = { kind: 'form', url: pageUrl('https://paymaster.ru/payment/init'), fields } as const;
  return { outcome: 'started', step: { ...step, fields: { ...fields } } };
}
