import { hostname } from 'node:os';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';

/** Renews the sign of life of one worker. */
export async function beat(workerId: string, startedAt: Date): Promise<void> {
  await query(
    `INSERT INTO worker_beats (id, host, started_at, beat_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at`,
    [workerId, hostname(), startedAt, now()],
  );
}

/** A worker that stops says so, or health would count it as fallen silent. */
export async function endBeat(workerId: string): Promise<void> {
  await query('DELETE FROM worker_beats WHERE id = $1', [workerId]);
}
