import { now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { enqueueAll } from '@/lib/jobs/boss';
import { applyRefundAnswer } from '@/lib/payments/refunds/apply-refund-answer';

const atOnce = 100;

/** Meanwhile a refund whose job is queued is not queued again. */
const leaseMs = 120_000;

/** Refunds whose turn has come: lost answers become unknown, the rest is asked about. */
export async function queueDueRefunds(): Promise<void> {
  const at = now();
  const lost = await query<{ id: string }>(
    `SELECT id FROM refunds WHERE status = 'sending' AND next_try_at <= $1 LIMIT ${atOnce}`,
    [at],
  );
  for (const { id } of lost) {
    const answer = { outcome: 'unknown', reason: 'no answer was kept' } as const;
    await applyRefundAnswer({ refundId: id, answer, source: 'poll' });
  }
  await queueWaiting(at);
  await inTransaction(async (tx) => {
    const due = await tx.query<{ id: string }>(
      `UPDATE refunds SET next_try_at = $2 WHERE id IN (
         SELECT id FROM refunds WHERE next_try_at <= $1 AND status IN ('pending', 'unknown')
         ORDER BY next_try_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [at, new Date(at.getTime() + leaseMs)],
      'due_refunds',
    );
    await enqueueAll(
      tx,
      'check-refund',
      due.map(({ id }) => ({ refundId: id })),
    );
  });
}

/** Those that waited for reserve, connection or switch, and those whose job was lost, are tried again by themselves. */
async function queueWaiting(at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const waiting = await tx.query<{ id: string }>(
      `SELECT id FROM refunds WHERE status = 'ready' AND way = 'system' AND created_at < $1
       ORDER BY created_at LIMIT ${atOnce}`,
      [new Date(at.getTime() - 60_000)],
    );
    for (const { id } of waiting)
      await enqueueAll(tx, 'send-refund', [{ refundId: id }], { oncePer: { seconds: 60, key: id } });
  });
}
