import { notBelieved, paymentNumber, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, PreRequest, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import { assetOf, type PaymasterSettings } from './settings';
import { noticeHash } from './signature';

/** Invoice Confirmation: asked before the payer may pay, unsigned. */
export const preRequest: PreRequest<PaymasterSettings> = {
  read({ settings, testMode }, request) {
    const fields = request.method === 'POST' ? requestFields(request) : null;
    if (fields?.get('LMI_PREREQUEST') !== '1') return null;
    const number = paymentNumber(fields.get('LMI_PAYMENT_NO'));
    const amount = plainAmount(fields.get('LMI_PAYMENT_AMOUNT'), 2);
    const asset = assetOf(fields.get('LMI_CURRENCY'));
    if (fields.get('LMI_MERCHANT_ID') !== settings.merchantId || number === null || amount === null || !asset)
      return 'malformed';
    if (isTrial(fields) !== testMode) return 'malformed';
    return { by: { number }, amount, asset };
  },
  allow: plainAnswer('YES'),
  refuse: (words) => plainAnswer(words.trim().toUpperCase() === 'YES' ? 'NO' : words),
};

/** Reads the notice of a payment. */
export function readNotice(
  { settings, testMode }: At<PaymasterSettings>,
  request: RawRequest,
): CallbackReading {
  const fields = request.method === 'POST' ? requestFields(request) : null;
  if (!fields) return refusedNotice('malformed');
  if (fields.has('LMI_PREREQUEST')) return refusedNotice('not_supported');
  const given = fields.get('LMI_HASH');
  if (!given) return refusedNotice('no_signature');
  if (!sameSignature(given, noticeHash(fields, settings.secret, settings.hash), 'b64'))
    return refusedNotice('bad_signature');
  if (fields.get('LMI_MERCHANT_ID') !== settings.merchantId) return refusedNotice('wrong_shop');
  if (isTrial(fields) !== testMode) return refusedNotice(testMode ? 'wrong_shop' : 'test_notice');
  const number = paymentNumber(fields.get('LMI_PAYMENT_NO'));
  const amount = plainAmount(fields.get('LMI_PAYMENT_AMOUNT'), 2);
  const externalId = fields.get('LMI_SYS_PAYMENT_ID');
  if (number === null || amount === null || !externalId) return refusedNotice('malformed');
  const asset = assetOf(fields.get('LMI_CURRENCY'));
  if (!asset) return refusedNotice('wrong_asset');
  const via = fields.get('LMI_PAYMENT_METHOD') ?? fields.get('LMI_PAYMENT_SYSTEM');
  // What the payer is told by may be a phone, a part of a card or a purse: it is kept, not compared.
  const payer = fields.get('LMI_PAYER_IDENTIFIER');
  const facts = {
    ...(via ? { via: via.slice(0, 100) } : {}),
    ...(payer ? { payerIdentifier: payer.slice(0, 100) } : {}),
  };
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { number },
      answer: { outcome: 'settled', amount, asset, externalId, facts },
      trust: 'signed',
      eventKey: externalId,
    },
    answer: plainAnswer('YES'),
    refusal: notBelieved,
  };
}

function isTrial(fields: ReadonlyMap<string, string>): boolean {
  return (fields.get('LMI_SIM_MODE') ?? '') !== '';
}
