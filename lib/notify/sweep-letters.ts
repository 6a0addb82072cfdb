import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { enqueueAll } from '@/lib/jobs/boss';

/** A letter that is due this long has lost its job. */
const overdueMs = 15_000;
const atOnce = 500;

/**
 * Gives a new job to letters whose job was lost: due and not taken, or claimed by a worker that died. Their rows are
 * the truth, the jobs are only the way there.
 */
export async function sweepLetters(): Promise<void> {
  await inTransaction(async (tx) => {
    const lost = await tx.query<{ id: string }>(
      `SELECT id FROM letters
       WHERE state IN ('queued', 'failed', 'sending') AND next_try_at <= $1
       ORDER BY next_try_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [new Date(now().getTime() - overdueMs), atOnce],
    );
    await enqueueAll(
      tx,
      'send-letter',
      lost.map(({ id }) => ({ letterId: id })),
    );
  });
}
