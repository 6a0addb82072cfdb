import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { log } from '@/lib/log';

export type HealthProblem =
  | 'database_unreachable'
  | 'database_read_only'
  | 'no_worker'
  | 'jobs_wait_too_long'
  | 'not_checked';

export type Check = 'ok' | HealthProblem;

export type Health = { ok: boolean; checks: { database: Check; jobs: Check } };

const patienceMs = 2_000;
/** Workers renew their sign of life every three seconds. */
const silentMs = 30_000;
const backlogMs = 120_000;

/**
 * What a balancer wants to know, in closed words: nothing of the inside leaks. Letters that wait for a slow mail system
 * are no reason to take the office off the net: /admin tells of them.
 */
export async function health(): Promise<Health> {
  const checks = await Promise.race([
    look(),
    sleep(patienceMs, undefined, { ref: false }).then(() => unreachable),
  ]).catch((error) => {
    log.error({ err: error }, 'the health check failed');
    return unreachable;
  });
  return { ok: checks.database === 'ok' && checks.jobs === 'ok', checks };
}

const unreachable = { database: 'database_unreachable', jobs: 'not_checked' } as const;

async function look(): Promise<Health['checks']> {
  const at = now().getTime();
  const [row] = await query<{ readonly: boolean; beat: Date | null; oldest: Date | null }>(
    `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS readonly,
       (SELECT max(beat_at) FROM worker_beats) AS beat,
       (SELECT min(start_after) FROM pgboss.job WHERE state < 'active' AND name <> 'send-letter') AS oldest`,
  );
  if (!row) return unreachable;
  return { database: row.readonly ? 'database_read_only' : 'ok', jobs: jobsCheck(row, at) };
}

function jobsCheck({ beat, oldest }: { beat: Date | null; oldest: Date | null }, at: number): Check {
  if (!beat || at - beat.getTime() > silentMs) return 'no_worker';
  // By the database's clock; a minute of difference between two machines does not matter here.
  if (oldest && Date.now() - oldest.getTime() > backlogMs) return 'jobs_wait_too_long';
  return 'ok';
}
