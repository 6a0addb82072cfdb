import { isNoAnswer, refused, unknown } from '@/lib/payments/ask';
import type { At } from '@/lib/payments/contract/at';
import type { PaymentToMake, StartAnswer } from '@/lib/payments/contract/pay-in';
import type { PayoutAnswer, RefundToSend } from '@/lib/payments/contract/pay-out';
import { definePaymentSystem } from '@/lib/payments/contract/system';
import { pageUrl } from '@/lib/payments/outgoing';
import { createRefund, operationState, payPage, refundAnswer } from './client';
import { paymentState, refundState, resultCode, resultReason } from './map';
import { readNotice } from './notice';
import { type RobokassaSettings, robokassaSettings, shopAsset } from './settings';
import { requestSignature } from './signature';

/** Robokassa: cards, SBP and wallets of Russia and Kazakhstan. Receives only. See README.md of this folder. */
export const robokassa = definePaymentSystem({
  code: 'robokassa',
  titles: { en: 'Robokassa', ru: 'Robokassa' },
  assets: ['RUB', 'KZT'],
  standing: 'service',
  settings: robokassaSettings,
  payIn: {
    amount: 'fixed',
    start: async (at, payment) => startPayment(at, payment),
    async check(at, { number }) {
      // Test payments are not seen by OpStateExt: only their notice tells.
      if (at.testMode) return { outcome: 'pending' };
      const answer = await operationState(at, String(number));
      return isNoAnswer(answer) ? answer : paymentState(answer.xml, shopAsset(at.settings));
    },
  },
  callback: { read: readNotice },
  refund: {
    partial: true,
    send: sendRefund,
    async check(at, { externalId }) {
      // Without its id the service cannot be asked whether it heard us.
      if (externalId === null) return unknown('the refund service told no id: look into its cabinet');
      const answer = await refundAnswer(at, externalId);
      return answer !== null && isNoAnswer(answer) ? answer : refundState(answer, externalId);
    },
  },
  async probe(at) {
    // Payment 0 does not exist: "not found" says that login and password are right.
    const answer = await operationState(at, '0');
    if (isNoAnswer(answer)) return answer;
    const code = resultCode(answer.xml);
    if (code === '0' || code === '3') return { outcome: 'settled' };
    if (code === '1' || code === '2') return refused(resultReason(code));
    return unknown(code === null ? 'OpStateExt answered something unreadable' : resultReason(code));
  },
});

function startPayment(at: At<RobokassaSettings>, payment: PaymentToMake): StartAnswer {
  const { settings, testMode } = at;
  const password1 = testMode ? settings.testPassword1 : settings.password1;
  if (payment.asset !== shopAsset(settings)) return refused(`the shop takes ${shopAsset(settings)} only`);
  if (password1 === '') return refused('the test passwords are not set');
  // The office's address is plain ASCII, so that it is signed as it is sent.
  const back: Record<string, string> =
    settings.returnTo === 'order'
      ? {
          SuccessUrl2: payment.returnUrl,
          SuccessUrl2Method: 'GET',
          FailUrl2: payment.returnUrl,
          FailUrl2Method: 'GET',
        }
      : {};
  const signed = {
    login: settings.merchantLogin,
    outSum: payment.amount,
    invId: String(payment.number),
    extras: Object.values(back),
    password1,
  };
  const fields = {
    MerchantLogin: settings.merchantLogin,
    OutSum: payment.amount,
    InvId: String(payment.number),
    Description: payment.description.slice(0, 100),
    SignatureValue: requestSignature(settings.hash, signed),
    Culture: payment.locale,
    Encoding: 'utf-8',
    Email: payment.email,
    ExpirationDate: payment.expiresAt.toISOString(),
    ...back,
    ...(testMode ? { IsTest: '1' } : {}),
  };
  return { outcome: 'started', step: { kind: 'form', url: pageUrl(payPage(settings)), fields } };
}

async function sendRefund(at: At<RobokassaSettings>, refund: RefundToSend): Promise<PayoutAnswer> {
  if (at.testMode) return refused('test payments cannot be refunded');
  if (at.settings.password3 === '') return refused('Password#3 is not set');
  let opKey = refund.payment.facts.opKey;
  if (!opKey) {
    // The notice does not carry the operation's key.
    const answer = await operationState(at, String(refund.payment.number));
    if (isNoAnswer(answer)) return answer;
    const state = paymentState(answer.xml, refund.asset);
    if (state.outcome === 'unknown') return state;
    opKey = 'facts' in state ? state.facts?.opKey : undefined;
    if (!opKey) return refused('Robokassa tells no key of the operation');
  }
  const whole = refund.amount === refund.payment.amount;
  const answer = await createRefund(at, { opKey, amount: refund.amount, whole });
  if ('requestId' in answer) return { outcome: 'pending', externalId: answer.requestId };
  return 'refusal' in answer ? refused(answer.refusal) : answer;
}
