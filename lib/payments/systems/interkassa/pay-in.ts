import { fiatDecimals } from '@/lib/payments/asset-decimals';
import { notTold } from '@/lib/payments/call-json';
import type { PayIn } from '@/lib/payments/contract/pay-in';
import { valueAt } from '@/lib/payments/exact-json';
import { pageUrl } from '@/lib/payments/outgoing';
import { plainAmount } from '@/lib/payments/plain-amount';
import { hasApi, interkassa } from './client';
import { invoiceAnswer, testPayway } from './map';
import type { InterkassaSettings } from './settings';
import { ikSignature } from './signature';

/** A signed form that the payer's browser posts to the payment page. */
export const interkassaPayIn: PayIn<InterkassaSettings> = {
  amount: 'fixed',
  async start(at, payment) {
    const { checkoutId, secretKey, testKey, hash } = at.settings;
    const amount = plainAmount(payment.amount, fiatDecimals(payment.asset));
    if (amount === null)
      return { outcome: 'refused', reason: `${payment.amount} ${payment.asset} is no amount` };
    if (at.testMode && testKey === '') return { outcome: 'refused', reason: 'the test key is not set' };
    const fields: Record<string, string> = {
      ik_co_id: checkoutId,
      ik_pm_no: payment.paymentId,
      ik_am: amount,
      ik_cur: payment.asset,
      ik_desc: payment.description,
      ik_loc: payment.locale,
      ik_suc_u: payment.returnUrl,
      ik_suc_m: 'get',
      ik_fal_u: payment.returnUrl,
      ik_fal_m: 'get',
      ik_pnd_u: payment.returnUrl,
      ik_pnd_m: 'get',
      ik_ia_u: payment.callbackUrl,
      ik_ia_m: 'post',
      ...(at.testMode ? { ik_pw_via: testPayway } : {}),
    };
    const ik_sign = ikSignature(fields, at.testMode ? testKey : secretKey, hash);
    const url = pageUrl('https://sci.interkassa.com/');
    return { outcome: 'started', step: { kind: 'form', url, fields: { ...fields, ik_sign } } };
  },
  /**
   * Possible once a notice has told the invoice's id, as the form is answered to nobody. Until then, and without the
   * interface, there is nobody to ask: the notice is waited for, and that is no failure.
   */
  async check(at, { paymentId, externalId }) {
    if (!externalId || !hasApi(at.settings)) return { outcome: 'pending' };
    const found = await interkassa(at, `/co-invoice/${encodeURIComponent(externalId)}`);
    if (found.kind !== 'done') return notTold(found);
    return invoiceAnswer(valueAt(found.json, 'data'), paymentId, at.settings.checkoutId);
  },
};
