import { notBelieved, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, HttpAnswer, RawRequest } from '@/lib/payments/contract/notice';
import { exactObject, textAt, valueAt } from '@/lib/payments/exact-json';
import { sameSignature } from '@/lib/payments/signature';
import { billState } from './map';
import type { QiwiSettings } from './settings';
import { noticeSignature } from './signature';

export const taken: HttpAnswer = { status: 200, body: '{"error":"0"}', contentType: 'application/json' };

/** Reads a notice. Its signature covers five values, which are all that is read of it. */
export function readNotice({ settings }: At<QiwiSettings>, request: RawRequest): CallbackReading {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const notice = request.method === 'POST' && type === 'application/json' ? exactObject(request.body) : null;
  const bill = valueAt(notice ?? undefined, 'bill');
  const [currency, value, billId, siteId, status] = [
    textAt(bill, 'amount.currency'),
    textAt(bill, 'amount.value'),
    textAt(bill, 'billId'),
    textAt(bill, 'siteId'),
    textAt(bill, 'status.value'),
  ];
  if (!currency || !value || !billId || !siteId || !status) return refusedNotice('malformed');
  const given = request.headers['x-api-signature-sha256'];
  if (!given) return refusedNotice('no_signature');
  const right = noticeSignature({ currency, value, billId, siteId, status }, settings.secretKey);
  if (!sameSignature(given, right, 'hex')) return refusedNotice('bad_signature');
  if (settings.siteId !== '' && siteId !== settings.siteId) return refusedNotice('wrong_shop');
  const answer = billState(bill, billId);
  if (status === 'PAID' && answer.outcome !== 'settled') return refusedNotice('malformed');
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: { paymentId: billId },
      answer,
      trust: 'signed',
      eventKey: `${billId}:${status}`,
    },
    answer: taken,
    refusal: notBelieved,
  };
}
