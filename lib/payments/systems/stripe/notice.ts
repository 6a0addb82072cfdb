import { z } from 'zod';
import { notBelieved, plainAnswer, refusedNotice } from '@/lib/payments/callback-answer';
import type { Callback, PaymentNoticeEvent, PayoutNoticeEvent } from '@/lib/payments/contract/notice';
import { jsonObject } from '@/lib/payments/form-fields';
import { signatureProblem } from './client';
import { readRefund, readSession, refundAnswer, sessionAnswer } from './map';
import type { StripeSettings } from './settings';

const stored = plainAnswer('ok');

const eventShape = z.object({
  id: z.string().min(1),
  type: z.string(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
});

/** Reads a webhook. Their order is not promised and duplicates are possible: `event.id` is the key. */
export const readStripeNotice: Callback<StripeSettings>['read'] = (at, request) => {
  const header = request.headers['stripe-signature'];
  const problem = signatureProblem(header, request.body, at.settings.webhookSecret, at.now());
  if (problem) return refusedNotice(problem);
  const event = eventShape.safeParse(jsonObject(request.body));
  if (!event.success) return refusedNotice('malformed');
  // Each mode has a signing secret of its own; one that was pasted into the wrong connection is found out here.
  if (event.data.livemode === at.testMode) return refusedNotice(at.testMode ? 'wrong_shop' : 'test_notice');
  const read = eventOf(event.data);
  if (read === 'malformed') return refusedNotice('malformed');
  return { verdict: 'accepted', event: read, answer: stored, refusal: notBelieved };
};

type Read = PaymentNoticeEvent | PayoutNoticeEvent | null | 'malformed';

/** Payments and refunds that are none of ours (made by hand, or by another site of the account) say nothing. */
function eventOf({ id, type, data }: z.output<typeof eventShape>): Read {
  if (type.startsWith('checkout.session.')) {
    const session = readSession(data.object);
    if (!session) return 'malformed';
    const paymentId = session.metadata?.payment_id;
    if (paymentId === undefined) return null;
    const answer =
      type === 'checkout.session.async_payment_failed'
        ? { outcome: 'refused' as const, reason: 'the delayed payment has failed' }
        : sessionAnswer(session);
    return { about: 'payment', by: { paymentId }, answer, trust: 'signed', eventKey: id };
  }
  if (type === 'refund.updated' || type === 'refund.failed') {
    const refund = readRefund(data.object);
    if (!refund) return 'malformed';
    const payoutId = refund.metadata?.refund_id;
    if (payoutId === undefined) return null;
    return { about: 'refund', by: { payoutId }, answer: refundAnswer(refund), trust: 'signed', eventKey: id };
  }
  return null;
}
