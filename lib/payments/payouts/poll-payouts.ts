import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { enqueueAll } from '@/lib/jobs/boss';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { queueDueRefunds } from '@/lib/payments/refunds/poll-refunds';

const atOnce = 200;

/** Meanwhile a payout whose job is queued is not queued again; a job that dies is made up for after it. */
const leaseMs = 120_000;

/** How often a payout that waits for a switch or a limit is looked at again. */
const waitMs = 30_000;

/** Everything about money going out whose turn has come: lost answers, questions, payouts that waited, refunds. */
export async function pollPayouts(): Promise<void> {
  await giveUpLostAnswers();
  await queueDuePayouts('check-payout', ['pending', 'unknown'], leaseMs);
  await queueDuePayouts('send-payout', ['queued'], waitMs);
  await queueDueRefunds();
}

/** Who was to send them died, or lost the answer: from now on they are asked about, and never sent again. */
async function giveUpLostAnswers(): Promise<void> {
  const at = now();
  const lost = await inTransaction((tx) =>
    tx.query<{ id: string }>(
      `SELECT id FROM payouts WHERE status = 'sending' AND next_try_at <= $1 ORDER BY next_try_at LIMIT ${atOnce}`,
      [at],
    ),
  );
  for (const { id } of lost) {
    const answer = { outcome: 'unknown', reason: 'no answer was kept' } as const;
    await applyPayoutAnswer({ payoutId: id, answer, source: 'poll' });
  }
}

/** Several workers may sweep at once: each payout is taken by one. Oldest first, so that a day's limit serves them. */
async function queueDuePayouts(
  queue: 'check-payout' | 'send-payout',
  statuses: string[],
  pauseMs: number,
): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const due = await tx.query<{ id: string; createdAt: Date }>(
      `UPDATE payouts SET next_try_at = $2 WHERE id IN (
         SELECT id FROM payouts WHERE next_try_at <= $1 AND status::text = ANY ($3)
         ORDER BY next_try_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
       RETURNING id, created_at AS "createdAt"`,
      [at, new Date(at.getTime() + pauseMs), statuses],
      'due_payouts',
    );
    const jobs = due.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    await enqueueAll(
      tx,
      queue,
      jobs.map(({ id }) => ({ payoutId: id })),
    );
  });
}
