import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type {
  CallbackReading,
  PaymentNoticeEvent,
  PayoutNoticeEvent,
  RawRequest,
} from '@/lib/payments/contract/notice';
import { type ExactJson, exactObject, textAt, valueAt } from '@/lib/payments/exact-json';
import { paymentState, transferState } from './map';
import type { YookassaSettings } from './settings';

/**
 * Reads a notice. Nobody signs it, so that it is only a hint to ask: addresses of senders say nothing behind a proxy,
 * and the payment itself is read again in any case.
 */
export function readNotice(at: At<YookassaSettings>, request: RawRequest): CallbackReading {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const notice = request.method === 'POST' && type === 'application/json' ? exactObject(request.body) : null;
  const object = notice ? (valueAt(notice, 'object') ?? null) : null;
  const event = textAt(notice ?? undefined, 'event');
  const id = textAt(object, 'id');
  const status = textAt(object, 'status');
  if (!notice || textAt(notice, 'type') !== 'notification' || !event || !id || !status)
    return refusedNotice('malformed');
  const shop = textAt(object, 'recipient.account_id');
  if (shop !== undefined && shop !== at.settings.shopId) return refusedNotice('wrong_shop');
  if (event.startsWith('payment.') && valueAt(object, 'test') === true && !at.testMode)
    return refusedNotice('test_notice');
  return {
    verdict: 'accepted',
    event: eventOf(at, { event, object, id, status }),
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
}

function eventOf(
  at: At<YookassaSettings>,
  { event, object, id, status }: { event: string; object: ExactJson; id: string; status: string },
): PaymentNoticeEvent | PayoutNoticeEvent | null {
  const hint = { trust: 'hint', eventKey: `${id}:${status}` } as const;
  const { shopId } = at.settings;
  switch (event.split('.')[0]) {
    case 'payment': {
      const paymentId = textAt(object, 'metadata.payment_id');
      const answer = paymentState(object, { shopId, testMode: at.testMode });
      return { about: 'payment', by: paymentId ? { paymentId } : { externalId: id }, answer, ...hint };
    }
    case 'payout': {
      const payoutId = textAt(object, 'metadata.payout_id');
      return {
        about: 'payout',
        by: payoutId ? { payoutId } : { externalId: id },
        // Nothing of it is believed but where to look.
        answer: { outcome: 'pending', externalId: id },
        ...hint,
      };
    }
    case 'refund':
      return { about: 'refund', by: { externalId: id }, answer: transferState(object), ...hint };
    default:
      return null;
  }
}
