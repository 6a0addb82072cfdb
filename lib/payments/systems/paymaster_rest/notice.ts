import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { At } from '@/lib/payments/contract/at';
import type { CallbackReading, RawRequest } from '@/lib/payments/contract/notice';
import { exactObject, textAt, valueAt } from '@/lib/payments/exact-json';
import { paymentState } from './map';
import type { PaymasterRestSettings } from './settings';

/** Reads a notice: the payment object, unsigned, so that it is only a hint to ask. A byte order mark may stand before. */
export function readNotice(at: At<PaymasterRestSettings>, request: RawRequest): CallbackReading {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const payment = request.method === 'POST' && type === 'application/json' ? exactObject(request.body) : null;
  const id = textAt(payment ?? undefined, 'id');
  const status = textAt(payment ?? undefined, 'status');
  if (!payment || !id || !status) return refusedNotice('malformed');
  const { merchantId } = at.settings;
  const merchant = textAt(payment, 'merchantId');
  if (merchant !== undefined && merchant !== merchantId) return refusedNotice('wrong_shop');
  if (valueAt(payment, 'testMode') === true && !at.testMode) return refusedNotice('test_notice');
  const orderNo = textAt(payment, 'invoice.orderNo');
  return {
    verdict: 'accepted',
    event: {
      about: 'payment',
      by: orderNo ? { paymentId: orderNo } : { externalId: id },
      answer: paymentState(payment, { merchantId, testMode: at.testMode }),
      trust: 'hint',
      eventKey: `${id}:${status}`,
    },
    answer: plainAnswer('OK'),
    refusal: notBelieved,
  };
}
