import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { enqueueAll } from '@/lib/jobs/boss';
import { askBrokenConnections } from '@/lib/payments/connection-health';
import { limit } from '@/lib/rate-limit';

const atOnce = 200;

/** Meanwhile a payment whose job is queued is not queued again; a job that dies is made up for after it. */
const leaseMs = 120_000;

/**
 * Asks about all payments whose turn has come. Once a minute it also looks after what was left behind: notices whose
 * job never came to its end, and connections that were taken for broken.
 */
export async function pollPayments(): Promise<void> {
  await queueDuePayments();
  if (!(await isFirstOfMinute())) return;
  await queueForgottenNotices();
  await askBrokenConnections();
}

/** Several workers may sweep at once: each payment is taken by one. */
async function queueDuePayments(): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const due = await tx.query<{ id: string }>(
      `UPDATE payments SET next_poll_at = $2 WHERE id IN (
         SELECT id FROM payments WHERE next_poll_at <= $1 ORDER BY next_poll_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [at, new Date(at.getTime() + leaseMs)],
      'due_payments',
    );
    await enqueueAll(
      tx,
      'check-payment',
      due.map(({ id }) => ({ paymentId: id })),
    );
  });
}

/** The job of a notice was queued with it and tried several times; what survived that is tried again for a day. */
async function queueForgottenNotices(): Promise<void> {
  const at = now().getTime();
  await inTransaction(async (tx) => {
    const left = await tx.query<{ id: string }>(
      `SELECT id FROM payment_notices WHERE verdict = 'accepted' AND processed_at IS NULL
         AND received_at BETWEEN $1 AND $2 ORDER BY received_at LIMIT ${atOnce}`,
      [new Date(at - 86_400_000), new Date(at - 120_000)],
    );
    for (const { id } of left)
      await enqueueAll(tx, 'process-notice', [{ noticeId: id }], { oncePer: { seconds: 300, key: id } });
  });
}

async function isFirstOfMinute(): Promise<boolean> {
  try {
    await limit('poll-payments', 'minute', { points: 1, seconds: 55 });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_requests') return false;
    throw error;
  }
}
