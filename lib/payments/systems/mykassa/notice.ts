import { notBelieved, paymentNumber, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { requestFields } from '@/lib/payments/form-fields';
import { plainAmount } from '@/lib/payments/plain-amount';
import { sameSignature } from '@/lib/payments/signature';
import type { MykassaSettings } from './settings';
import { signature } from './signature';

/** Reads a notice, by GET or POST. Their payment's id is not signed, so nothing hangs on it. */
export function readNotice({ settings }: At<MykassaSettings>, request: RawRequest): CallbackReading {
  const fields = request.method === 'GET' || request.method === 'POST' ? requestFields(request) : null;
  const number = paymentNumber(fields?.get('MERCHANT_ORDER_ID'));
  const told = fields?.get('AMOUNT');
  if (!fields || number === null || told === undefined) return refusedNotice('malformed');
  const given = fields.get('SIGN');
  if (!given) return refusedNotice('no_signature');
  const secret = settings.secondSecretKey;
  const right = signature({ project: settings.projectId, amount: told, secret, order: String(number) });
  if (!sameSignature(given, right, 'hex')) return refusedNotice('bad_signature');
  if (fields.get('MERCHANT_ID') !== settings.projectId) return refusedNotice('wrong_shop');
  const amount = plainAmount(told, 2);
  if (amount === null) return refusedNotice('malformed');
  const theirs = fields.get('MYKASSA_ID')?.slice(0, 40);
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { number },
      answer: {
        outcome: 'settled',
        amount,
        asset: settings.asset,
        ...(theirs ? { facts: { mykassaId: theirs } } : {}),
      },
      trust: 'signed',
      eventKey: `paid:${number}`,
    },
    answer: plainAnswer('YES'),
    refusal: notBelieved,
  };
}
