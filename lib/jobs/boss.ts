import PgBoss from 'pg-boss';
import { pool, type Tx } from '@/lib/db';
import type { JobData, QueueName } from '@/lib/jobs/queues';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

const shared = processWide<{ boss?: PgBoss }>('boss', () => ({}));

/** A finished job is kept for longer than a day: its row is what keeps a daily job from being queued twice. */
const keepFinishedSeconds = 26 * 3600;

/** The job queue of this process. Queueing works at once; only a worker starts it (upkeep of its tables). */
export function boss(): PgBoss {
  shared.boss ??= makeBoss();
  return shared.boss;
}

/** Puts the next call of `boss()` on a fresh one: a queue whose start failed cannot be started again. */
export function forgetBoss(): void {
  shared.boss = undefined;
}

export type EnqueueOptions = {
  /** Not before so many seconds from now. */
  startAfterSeconds?: number;
  /** At most one job of this key in each slot of so many seconds, whoever asks. */
  oncePer?: { seconds: number; key?: string };
};

/** Queues jobs in the caller's transaction, in one round trip: they exist if, and only if, the transaction stands. */
export async function enqueueAll<Q extends QueueName>(
  tx: Tx,
  queue: Q,
  jobs: JobData[Q][],
  options: EnqueueOptions = {},
): Promise<void> {
  if (jobs.length === 0) return;
  // The package's type asks for a moment, its SQL for a text: seconds from now by the database's clock.
  const startAfter = options.startAfterSeconds === undefined ? undefined : `${options.startAfterSeconds}`;
  await boss().insert(
    jobs.map((data) => ({
      name: queue,
      data,
      startAfter,
      singletonSeconds: options.oncePer?.seconds,
      singletonKey: options.oncePer?.key,
    })),
    // One text for any number of jobs, so it may have a name.
    { db: { executeSql: async (text, values) => ({ rows: await tx.query(text, values, 'enqueue_jobs') }) } },
  );
}

/** Queues one job in the caller's transaction. */
export async function enqueue<Q extends QueueName>(
  tx: Tx,
  queue: Q,
  data: JobData[Q],
  options: EnqueueOptions = {},
): Promise<void> {
  await enqueueAll(tx, queue, [data], options);
}

function makeBoss(): PgBoss {
  const made = new PgBoss({
    // The pool is asked for anew each time, because tests close it and open another.
    db: { executeSql: (text, values) => pool().query(text, values) },
    schema: 'pgboss',
    // Our own clock in schedule.ts queues what is due: cron knows no seconds.
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 60,
    archiveCompletedAfterSeconds: keepFinishedSeconds,
    archiveFailedAfterSeconds: keepFinishedSeconds,
    deleteAfterDays: 3,
  });
  made.on('error', (error) => log.warn({ err: error }, 'the job queue had trouble'));
  return made;
}
