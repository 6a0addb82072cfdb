import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import type { PerfectmoneySettings } from './settings';
import { noticeHash } from './signature';

/** Reads the status form. */
export function readNotice({ settings }: At<PerfectmoneySettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'POST' ? requestFields(request) : null;
  if (!fields) return refusedNotice('malformed');
  const given = fields.get('V2_HASH');
  if (!given) return refusedNotice('no_signature');
  if (!sameSignature(given, noticeHash(fields, settings.alternatePassphrase), 'HEX'))
    return refusedNotice('bad_signature');
  if (fields.get('PAYEE_ACCOUNT') !== settings.payeeAccount) return refusedNotice('wrong_shop');
  const paymentId = fields.get('PAYMENT_ID');
  const batch = fields.get('PAYMENT_BATCH_NUM');
  const amount = plainAmount(fields.get('PAYMENT_AMOUNT'), 2);
  if (!paymentId || !batch || !/^[1-9][0-9]{0,17}$/.test(batch) || amount === null)
    return refusedNotice('malformed');
  const asset = fields.get('PAYMENT_UNITS');
  if (asset !== 'USD' && asset !== 'EUR') return refusedNotice('wrong_asset');
  const account = fields.get('PAYER_ACCOUNT');
  const seconds = fields.get('TIMESTAMPGMT') ?? '';
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { paymentId },
      answer: {
        outcome: 'settled',
        amount,
        asset,
        externalId: batch,
        ...(account ? { payer: { account } } : {}),
        ...(/^[0-9]{9,11}$/.test(seconds) ? { paidAt: new Date(Number(seconds) * 1000) } : {}),
        facts: { batch },
      },
      trust: 'signed',
      eventKey: batch,
    },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
}
