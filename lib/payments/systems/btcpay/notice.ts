import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback, PaymentNoticeEvent, PayoutNoticeEvent } from '@/lib/payments/contract/notice';
import { type ExactJson, exactObject, textAt } from '@/lib/payments/exact-json';
import { isSigned } from './client';
import type { BtcpaySettings } from './settings';

const stored = plainAnswer('ok');

/**
 * Reads a webhook. It is signed, but tells no amounts: it is a hint that the invoice should be asked. A redelivery
 * names the first delivery, which is the event's key.
 */
export const readBtcpayNotice: Callback<BtcpaySettings>['read'] = ({ settings }, request) => {
  const header = request.headers['btcpay-sig'];
  if (!header) return refusedNotice('no_signature');
  if (!isSigned(header, request.body, settings.webhookSecret)) return refusedNotice('bad_signature');
  const body = exactObject(request.body);
  const [type, delivery] = [textAt(body ?? undefined, 'type'), deliveryOf(body)];
  if (!body || !type || !delivery) return refusedNotice('malformed');
  if (textAt(body, 'storeId') !== settings.storeId) return refusedNotice('wrong_shop');
  return { verdict: 'accepted', event: eventOf(body, type, delivery), answer: stored, refusal: notBelieved };
};

function deliveryOf(body: ExactJson): string | undefined {
  return textAt(body, 'originalDeliveryId') ?? textAt(body, 'deliveryId');
}

function eventOf(
  body: ExactJson,
  type: string,
  eventKey: string,
): PaymentNoticeEvent | PayoutNoticeEvent | null {
  const [invoiceId, payoutId] = [textAt(body, 'invoiceId'), textAt(body, 'payoutId')];
  if (type.startsWith('Invoice') && type !== 'InvoiceCreated' && invoiceId) {
    const answer = { outcome: 'pending' as const, externalId: invoiceId };
    return { about: 'payment', by: { externalId: invoiceId }, answer, trust: 'hint', eventKey };
  }
  if (type.startsWith('Payout') && type !== 'PayoutCreated' && payoutId) {
    const answer = { outcome: 'pending' as const, externalId: payoutId };
    return { about: 'payout', by: { externalId: payoutId }, answer, trust: 'hint', eventKey };
  }
  return null;
}
