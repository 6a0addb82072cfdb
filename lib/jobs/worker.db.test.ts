import { afterEach, describe, expect, it } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { boss } from '@/lib/jobs/boss';
import { health } from '@/lib/jobs/health';
import { queueDueJobs } from '@/lib/jobs/schedule';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { orderLetterSample } from '@/lib/notify/letter-samples';
import { queueLetter } from '@/lib/notify/queue-letter';

async function queuedLetter(): Promise<string> {
  const dedupeKey = newId('ltr');
  await inTransaction((tx) =>
    queueLetter(tx, {
      code: 'U1',
      to: 'anna@example.com',
      locale: 'ru',
      props: orderLetterSample('ru'),
      dedupeKey,
    }),
  );
  return dedupeKey;
}

async function stateOf(dedupeKey: string): Promise<string | undefined> {
  const [row] = await query<{ state: string }>('SELECT state::text FROM letters WHERE dedupe_key = $1', [
    dedupeKey,
  ]);
  return row?.state;
}

async function jobs(name: string): Promise<number> {
  return (await query('SELECT 1 FROM pgboss.job WHERE name = $1', [name])).length;
}

describe('the worker', () => {
  afterEach(stopWorker);

  it('sends letters within seconds of their commit, those from before its start too', async () => {
    const before = await queuedLetter();
    startWorker();
    await expect.poll(() => stateOf(before), { timeout: 10_000 }).toBe('sent');
    const after = await queuedLetter();
    await expect.poll(() => stateOf(after), { timeout: 5_000 }).toBe('sent');
  });

  it('is seen by the health check while it lives, and missed once it has stopped', async () => {
    startWorker();
    await expect.poll(health, { timeout: 10_000 }).toMatchObject({ ok: true });
    const began = Date.now();
    await stopWorker();
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await health()).toEqual({ ok: false, checks: { database: 'ok', jobs: 'no_worker' } });
  });

  it('goes on after its connections were cut', async () => {
    startWorker();
    await expect.poll(health, { timeout: 10_000 }).toMatchObject({ ok: true });
    await query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    const letter = await queuedLetter();
    await expect.poll(() => stateOf(letter), { timeout: 20_000 }).toBe('sent');
  });
});

describe('the timetable', () => {
  it('queues one job a slot, however many workers ask', async () => {
    await query('DELETE FROM pgboss.job');
    await Promise.all(Array.from({ length: 10 }, () => queueDueJobs()));
    expect(await jobs('clean-up')).toBe(1);
    expect(await jobs('expire-orders')).toBeLessThanOrEqual(2);
  });

  it('reconciles once a day, not before ten past three, and makes up for a night it slept through', async () => {
    await query('DELETE FROM pgboss.job');
    await queueDueJobs(new Date('2026-11-22T03:09:59Z'));
    expect(await jobs('reconcile')).toBe(0);
    await queueDueJobs(new Date('2026-11-22T03:10:00Z'));
    await queueDueJobs(new Date('2026-11-22T19:00:00Z'));
    expect(await jobs('reconcile')).toBe(1);
  });
});

describe('health', () => {
  it('names jobs that wait too long', async () => {
    await boss().send('clean-up', {});
    await query(`UPDATE pgboss.job SET start_after = now() - interval '5 minutes', state = 'created'`);
    await query(
      `INSERT INTO worker_beats (id, host, started_at, beat_at) VALUES ('test', 'test', now(), now())`,
    );
    expect((await health()).checks.jobs).toBe('jobs_wait_too_long');
  });

  it('does not mind letters that wait for a slow mail system', async () => {
    await query('DELETE FROM pgboss.job');
    await queuedLetter();
    await query(`UPDATE pgboss.job SET start_after = now() - interval '5 minutes'`);
    expect((await health()).checks.jobs).toBe('ok');
  });
});
