import { refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import { type BalanceAnswer, definePaymentSystem } from '@/lib/payments/contract/system';
import { pageUrl } from '@/lib/payments/outgoing';
import { xmlText } from '@/lib/payments/xml';
import { callKeeper, callMerchant, requestNumber } from './client';
import { moved, paymentState, purseBalance, twoDecimals, words } from './map';
import { preRequest, readNotice } from './notice';
import { payOut } from './payout';
import { purseAsset, type WebmoneySettings, webmoneyAssets, webmoneySettings } from './settings';
import { formSignature, stateSignature } from './signature';

/** WebMoney: merchant form with its pre-request, states (X18), transfers (X2, X3), refunds (X14). See README.md. */
export const webmoney = definePaymentSystem({
  code: 'webmoney',
  titles: { en: 'WebMoney', ru: 'WebMoney' },
  assets: webmoneyAssets,
  standing: 'service',
  settings: webmoneySettings,
  payIn: {
    // The form is signed only where the shop has a key for it: else the payer can change the amount.
    amount: 'open',
    start: async (at, payment) => startPayment(at, payment),
    async check(at, { number, asset }) {
      // Without the owner's WMID only notices tell; that is no fault of the system.
      if (at.settings.wmid === '') return { outcome: 'pending' };
      const answer = await askState(at, String(number));
      return 'outcome' in answer ? answer : paymentState(answer.told, purseAsset(at.settings.purse) ?? asset);
    },
  },
  preRequest,
  callback: { read: readNotice },
  payOut,
  refund: {
    partial: true,
    async send(at, refund) {
      const amount = twoDecimals(refund.amount);
      const { externalId } = refund.payment;
      if (externalId === null || amount === null)
        return refused('the transaction or the amount cannot be given back');
      const answer = await callKeeper(at, 'XMLTransMoneybackCert', {
        reqn: requestNumber(at, refund.number),
        wmid: '',
        sign: '',
        trans: { inwmtranid: externalId, amount, moneybackphone: '', capitallerpursesrc: '' },
      });
      return 'outcome' in answer ? answer : moved('X14', answer.told);
    },
  },
  async balance(at, { asset }) {
    const { wmid, purse } = at.settings;
    if (asset !== purseAsset(purse)) return refused(`the purse holds no ${asset}`);
    return wmid === '' ? refused('the WMID is not set') : ownBalance(at);
  },
  /** By the certificate where there is one, else by X18: payment 1 need not be there, the question is understood. */
  async probe(at) {
    const { wmid, certificate } = at.settings;
    if (wmid === '') return { outcome: 'nothing_to_ask' };
    if (certificate !== '') {
      const answer = await ownBalance(at);
      return answer.outcome === 'settled' ? { outcome: 'settled' } : answer;
    }
    const answer = await askState(at, '1');
    if ('outcome' in answer) return answer;
    const isUnderstood = ['0', '7', '8'].includes(xmlText(answer.told, 'retval') ?? '');
    return isUnderstood ? { outcome: 'settled' } : unknown(words('X18', answer.told));
  },
});

/** X18 about the payment with that number. */
function askState(at: At<WebmoneySettings>, number: string) {
  const { wmid, purse, secretKey } = at.settings;
  return callMerchant(at, {
    wmid,
    lmi_payee_purse: purse,
    lmi_payment_no: number,
    lmi_payment_no_type: '1',
    sign: '',
    sha256: stateSignature(wmid, purse, number, secretKey),
    md5: '',
    secret_key: '',
  });
}

async function ownBalance(at: At<WebmoneySettings>): Promise<BalanceAnswer> {
  const { wmid, purse } = at.settings;
  const answer = await callKeeper(at, 'XMLPursesCert', {
    reqn: requestNumber(at, 0),
    wmid: '',
    sign: '',
    getpurses: { wmid },
  });
  if ('outcome' in answer) return answer;
  if (xmlText(answer.told, 'retval') !== '0') return unknown(words('X9', answer.told));
  const amount = purseBalance(answer.told, purse);
  return amount === null ? unknown('X9 does not tell of this purse') : { outcome: 'settled', amount };
}

function startPayment({ settings, testMode }: At<WebmoneySettings>, payment: PaymentToMake): StartAnswer {
  const { purse, x20Secret } = settings;
  const amount = twoDecimals(payment.amount);
  const number = String(payment.number);
  if (payment.asset !== purseAsset(purse)) return refused(`the purse holds no ${payment.asset}`);
  if (amount === null) return refused('WebMoney takes no more than two decimals');
  const fields = {
    LMI_PAYEE_PURSE: purse,
    LMI_PAYMENT_AMOUNT: amount,
    LMI_PAYMENT_NO: number,
    LMI_PAYMENT_DESC_BASE64: Buffer.from(payment.description).toString('base64'),
    LMI_RESULT_URL: payment.callbackUrl,
    LMI_SUCCESS_URL: payment.returnUrl,
    LMI_SUCCESS_METHOD: '0',
    LMI_FAIL_URL: payment.returnUrl,
    LMI_FAIL_METHOD: '0',
  };
  const signed: Record<string, string> =
    x20Secret === ''
      ? fields
      : { ...fields, LMI_PAYMENTFORM_SIGN: formSignature({ purse, amount, number, secret: x20Secret }) };
  return {
    outcome: 'started',
    step: {
      kind: 'form',
      url: pageUrl('https://merchant.wmtransfer.com/lmi/payment_utf.asp'),
      fields: testMode ? { ...signed, LMI_SIM_MODE: '0' } : signed,
    },
  };
}
