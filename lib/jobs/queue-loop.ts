import { boss } from '@/lib/jobs/boss';
import { type JobData, type QueueName, queues } from '@/lib/jobs/queues';
import { log, withLogContext } from '@/lib/log';

export type JobHandler<Q extends QueueName> = (data: JobData[Q]) => Promise<void>;

export type QueueLoop = {
  /** Takes no more jobs. Resolves once those under way are done. */
  stop(): Promise<void>;
};

/**
 * Takes jobs of one queue and does them, several at a time, until it is stopped. (pg-boss's own worker leaves the
 * answer to the database unattended: a database that restarts at that moment would end the process.)
 */
export function startQueueLoop<Q extends QueueName>(queue: Q, handle: JobHandler<Q>): QueueLoop {
  const { atOnce, pollSeconds } = queues[queue];
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  let wake = () => {};

  async function loop(): Promise<void> {
    while (!stopping) {
      const free = atOnce - underWay.size;
      const jobs = free > 0 ? await fetchJobs(queue, free) : [];
      for (const job of jobs) {
        const work: Promise<void> = runJob(queue, job, handle).finally(() => {
          underWay.delete(work);
          wake();
        });
        underWay.add(work);
      }
      // A full catch means there is more: look again at once.
      if (!stopping && (jobs.length < free || free === 0)) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollSeconds * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = loop();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
      await Promise.all(underWay);
    },
  };
}

type FetchedJob<Q extends QueueName> = { id: string; data: JobData[Q] };

async function fetchJobs<Q extends QueueName>(queue: Q, batchSize: number): Promise<FetchedJob<Q>[]> {
  try {
    return await boss().fetch<JobData[Q]>(queue, { batchSize });
  } catch (error) {
    log.warn({ err: error, queue }, 'jobs could not be fetched');
    return [];
  }
}

/** Never throws: a job that can be marked neither done nor failed comes back by its expiry. */
async function runJob<Q extends QueueName>(
  queue: Q,
  job: FetchedJob<Q>,
  handle: JobHandler<Q>,
): Promise<void> {
  await withLogContext({ jobId: job.id }, async () => {
    try {
      await handle(job.data);
      await boss().complete(queue, job.id);
    } catch (error) {
      log.error({ err: error, queue }, 'a job failed');
      const reason = { message: error instanceof Error ? error.message : 'unknown' };
      await boss()
        .fail(queue, job.id, reason)
        .catch((failure) => log.warn({ err: failure, queue }, 'a failed job could not be marked'));
    }
  });
}
