import { notBelieved, paymentNumber, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, PreRequest, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import { moscowTime } from './map';
import { purseAsset, type WebmoneySettings } from './settings';
import { noticeHash, noticeHash2 } from './signature';

/** Asked before the payer may pay. Nobody signs it; the worst that can come of a forged one is a "no". */
export const preRequest: PreRequest<WebmoneySettings> = {
  read({ settings, testMode }, request) {
    const fields = request.method === 'POST' ? requestFields(request, 'win1251') : null;
    if (fields?.get('LMI_PREREQUEST') !== '1') return null;
    const number = paymentNumber(fields.get('LMI_PAYMENT_NO'));
    const amount = plainAmount(fields.get('LMI_PAYMENT_AMOUNT'), 2);
    const asset = purseAsset(settings.purse);
    const ours = fields.get('LMI_PAYEE_PURSE') === settings.purse;
    if (!ours || number === null || amount === null || !asset) return 'malformed';
    if ((fields.get('LMI_MODE') === '1') !== testMode) return 'malformed';
    const account = fields.get('LMI_PAYER_PURSE');
    return { by: { number }, amount, asset, ...(account ? { payer: { account } } : {}) };
  },
  allow: plainAnswer('YES'),
  // Any other text forbids the payment and is shown to the payer.
  refuse: (words) => plainAnswer(words.trim().toUpperCase() === 'YES' ? 'NO' : words),
};

/** Reads the notice of a payment. */
export function readNotice(at: At<WebmoneySettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'POST' ? requestFields(request, 'win1251') : null;
  if (!fields) return refusedNotice('malformed');
  // Questions are the pre-request's; nobody signs the call about a payment that failed, and it says nothing to us.
  if (fields.has('LMI_PREREQUEST') || fields.has('LMI_FAILREQUEST')) return refusedNotice('not_supported');
  const { settings } = at;
  const refusal = distrust(settings, fields);
  if (refusal) return refusedNotice(refusal);
  if (fields.get('LMI_PAYEE_PURSE') !== settings.purse) return refusedNotice('wrong_shop');
  const isTrial = fields.get('LMI_MODE') !== '0';
  if (isTrial !== at.testMode) return refusedNotice(isTrial ? 'test_notice' : 'wrong_shop');
  const number = paymentNumber(fields.get('LMI_PAYMENT_NO'));
  const amount = plainAmount(fields.get('LMI_PAYMENT_AMOUNT'), 2);
  const transaction = fields.get('LMI_SYS_TRANS_NO');
  const asset = purseAsset(settings.purse);
  if (number === null || amount === null || !asset || !transaction || !/^[0-9]{1,18}$/.test(transaction))
    return refusedNotice('malformed');
  const account = fields.get('LMI_PAYER_PURSE');
  const wmid = fields.get('LMI_PAYER_WM');
  const paidAt = moscowTime(fields.get('LMI_SYS_TRANS_DATE'));
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { number },
      answer: {
        outcome: 'settled',
        amount,
        asset,
        externalId: transaction,
        ...(account ? { payer: { account } } : {}),
        ...(paidAt ? { paidAt } : {}),
        facts: { transaction, ...(wmid ? { payerWmid: wmid } : {}) },
      },
      trust: 'signed',
      eventKey: transaction,
    },
    answer: plainAnswer('YES'),
    refusal: notBelieved,
  };
}

function distrust(
  { signature, secretKey }: WebmoneySettings,
  fields: ReadonlyMap<string, string>,
): 'no_signature' | 'bad_signature' | null {
  const given = fields.get(signature === 'hash2' ? 'LMI_HASH2' : 'LMI_HASH');
  if (!given) return 'no_signature';
  const right =
    signature === 'hash2' ? noticeHash2(fields, secretKey) : noticeHash(fields, secretKey, signature);
  return sameSignature(given, right, 'HEX') ? null : 'bad_signature';
}
