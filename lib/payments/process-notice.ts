import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/boss';
import { applyPaymentAnswer } from '@/lib/payments/apply-payment';
import { checkPaymentNow } from '@/lib/payments/check-payment';
import { type KeptEvent, keptEventOf } from '@/lib/payments/notice-event';
import { askSoon } from '@/lib/payments/notice-store';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { applyRefundAnswer } from '@/lib/payments/refunds/apply-refund-answer';
import { limit } from '@/lib/rate-limit';

/** So often in a minute an unsigned hint makes us ask about one payment; beyond that it waits for its turn. */
const hintsHeard = { points: 6, seconds: 60 };

/**
 * The job behind the callback door: acts on one accepted notice, once. What was signed is applied; what was only a
 * hint makes us ask the system. Doing it again changes nothing more. Throws what makes the job worth trying again.
 */
export async function processNotice(noticeId: string): Promise<void> {
  const [notice] = await query<{ reading: unknown }>(
    `SELECT reading FROM payment_notices WHERE id = $1 AND verdict = 'accepted' AND processed_at IS NULL`,
    [noticeId],
    'notice_to_process',
  );
  if (!notice) return;
  const event = keptEventOf(notice.reading);
  const outcome = event.trust === 'signed' ? await apply(event) : await askFor(event);
  await query(
    'UPDATE payment_notices SET processed_at = $2, outcome = $3 WHERE id = $1',
    [noticeId, now(), outcome],
    'notice_processed',
  );
}

async function apply(event: KeptEvent): Promise<string> {
  const { targetId } = event;
  if (event.about === 'payment') {
    const outcome = await applyPaymentAnswer({
      paymentId: targetId,
      answer: event.answer,
      source: 'callback',
    });
    // A system that signs "I do not know" will know more when it is asked.
    if (outcome === 'unknown') await askSoon({ query }, targetId);
    return outcome;
  }
  return event.about === 'payout'
    ? applyPayoutAnswer({ payoutId: targetId, answer: event.answer, source: 'callback' })
    : applyRefundAnswer({ refundId: targetId, answer: event.answer, source: 'callback' });
}

async function askFor({ about, targetId, answer }: KeptEvent): Promise<string> {
  if (about === 'payment') {
    if (await mayAsk(targetId)) return checkPaymentNow({ paymentId: targetId, source: 'callback' });
    await askSoon({ query }, targetId);
    return 'pending';
  }
  // Where the answer to sending was lost, nothing but a notice tells by what to ask.
  const hint = 'externalId' in answer && answer.externalId ? { hint: answer.externalId } : {};
  await inTransaction((tx) =>
    about === 'payout'
      ? enqueue(
          tx,
          'check-payout',
          { payoutId: targetId, ...hint },
          { oncePer: { seconds: 5, key: targetId } },
        )
      : enqueue(tx, 'check-refund', { refundId: targetId }, { oncePer: { seconds: 5, key: targetId } }),
  );
  return 'pending';
}

async function mayAsk(paymentId: string): Promise<boolean> {
  try {
    await limit('hints', paymentId, hintsHeard);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return false;
    throw error;
  }
}
