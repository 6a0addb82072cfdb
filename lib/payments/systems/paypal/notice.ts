import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback, PaymentNoticeEvent, PayoutNoticeEvent } from '@/lib/payments/contract/notice';
import { type ExactJson, exactObject, textAt } from '@/lib/payments/exact-json';
import type { PaypalSettings } from './settings';
import { isSandbox, isSigned, transmissionOf } from './webhook-signature';

const stored = plainAnswer('ok');

/**
 * Reads a webhook. Its certificate would have to be fetched, and the door calls nobody: a webhook is a hint to ask
 * PayPal. Where the certificate stands in the settings, a wrong signature is refused at once.
 */
export const readPaypalNotice: Callback<PaypalSettings>['read'] = ({ settings, now, testMode }, request) => {
  const transmission = transmissionOf(request);
  if (!transmission) return refusedNotice('no_signature');
  if (isSandbox(transmission) && !testMode) return refusedNotice('test_notice');
  if (settings.webhookCertificate !== '' && !isSigned(transmission, settings, request.body, now()))
    return refusedNotice('bad_signature');
  const body = exactObject(request.body);
  const [id, type] = [textAt(body ?? undefined, 'id'), textAt(body ?? undefined, 'event_type')];
  if (!body || !id || !type) return refusedNotice('malformed');
  return { verdict: 'accepted', event: eventOf(body, type, id), answer: stored, refusal: notBelieved };
};

function eventOf(
  body: ExactJson,
  type: string,
  eventKey: string,
): PaymentNoticeEvent | PayoutNoticeEvent | null {
  const answer = { outcome: 'pending' as const };
  const resourceId = textAt(body, 'resource.id');
  if (type === 'CHECKOUT.ORDER.APPROVED' && resourceId)
    return { about: 'payment', by: { externalId: resourceId }, answer, trust: 'hint', eventKey };
  // The refund's own id: its other marks may be those of the payment.
  if (type === 'PAYMENT.CAPTURE.REFUNDED')
    return resourceId
      ? { about: 'refund', by: { externalId: resourceId }, answer, trust: 'hint', eventKey }
      : null;
  if (type.startsWith('PAYMENT.CAPTURE.')) {
    const orderId = textAt(body, 'resource.supplementary_data.related_ids.order_id');
    const paymentId = textAt(body, 'resource.custom_id');
    const by = orderId ? { externalId: orderId } : paymentId ? { paymentId } : null;
    return by && { about: 'payment', by, answer, trust: 'hint', eventKey };
  }
  if (type.startsWith('PAYMENT.PAYOUTS-ITEM.')) {
    const payoutId = textAt(body, 'resource.payout_item.sender_item_id');
    const batchId = textAt(body, 'resource.payout_batch_id');
    const led = { ...answer, ...(batchId ? { externalId: batchId } : {}) };
    return payoutId ? { about: 'payout', by: { payoutId }, answer: led, trust: 'hint', eventKey } : null;
  }
  return null;
}
