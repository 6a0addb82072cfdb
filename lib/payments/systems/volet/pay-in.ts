import { fiatDecimals } from '@/lib/payments/asset-decimals';
import type { PayIn } from '@/lib/payments/contract/pay-in';
import { pageUrl } from '@/lib/payments/outgoing';
import { plainAmount } from '@/lib/payments/plain-amount';
import { fieldsXml, volet } from './client';
import { paymentAnswer, toVoletCurrency } from './map';
import type { VoletSettings } from './settings';
import { formSignature } from './signature';

/** A signed form that the payer's browser posts to the payment page. */
export const voletPayIn: PayIn<VoletSettings> = {
  amount: 'fixed',
  async start(at, payment) {
    const { accountEmail, sciName } = at.settings;
    const amount = plainAmount(payment.amount, fiatDecimals(payment.asset));
    if (at.testMode) return { outcome: 'refused', reason: 'Volet has no test mode' };
    if (amount === null)
      return { outcome: 'refused', reason: `${payment.amount} ${payment.asset} is no amount` };
    const currency = toVoletCurrency(payment.asset);
    const fields: Record<string, string> = {
      ac_account_email: accountEmail,
      ac_sci_name: sciName,
      ac_amount: amount,
      ac_currency: currency,
      ac_order_id: payment.paymentId,
      ac_sign: formSignature(at.settings, { amount, currency, orderId: payment.paymentId }),
      ac_comments: payment.description,
      ac_client_lang: payment.locale,
      ac_success_url: payment.returnUrl,
      ac_success_url_method: 'GET',
      ac_fail_url: payment.returnUrl,
      ac_fail_url_method: 'GET',
      ac_status_url: payment.callbackUrl,
      ac_status_url_method: 'POST',
    };
    return {
      outcome: 'started',
      step: { kind: 'form', url: pageUrl('https://account.volet.com/sci/'), fields },
    };
  },
  async check(at, { paymentId }) {
    const wish = fieldsXml({ orderId: paymentId, sciName: at.settings.sciName });
    const found = await volet(at, 'findPaymentByOrderId', wish);
    return found.kind === 'done' ? paymentAnswer(found.value) : { outcome: 'unknown', reason: found.reason };
  },
};
