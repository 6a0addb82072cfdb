import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '@/lib/clock';
import { beat, endBeat } from '@/lib/jobs/beat';
import { boss, forgetBoss } from '@/lib/jobs/boss';
import { handlers } from '@/lib/jobs/handlers';
import { type QueueLoop, startQueueLoop } from '@/lib/jobs/queue-loop';
import { type QueueName, queueNames, queues } from '@/lib/jobs/queues';
import { queueDueJobs } from '@/lib/jobs/schedule';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

type Worker = { stop: AbortController; done: Promise<void> };

const shared = processWide<{ worker?: Worker }>('worker', () => ({}));

const beatMs = 3_000;
/** Jobs under way get so long to end; what does not end comes back by its expiry. */
const graceMs = 3_000;

/**
 * Starts this process's worker and returns at once: a database that is not there yet is waited for. Starting twice is
 * starting once.
 */
export function startWorker(): void {
  if (shared.worker) return;
  const stop = new AbortController();
  shared.worker = { stop, done: run(stop.signal) };
}

/** Lets the jobs under way end and resolves within four seconds, whatever the database does. */
export async function stopWorker(): Promise<void> {
  const { worker } = shared;
  if (!worker) return;
  worker.stop.abort();
  await worker.done;
  shared.worker = undefined;
}

async function run(stop: AbortSignal): Promise<void> {
  const id = randomUUID();
  const startedAt = now();
  if (!(await prepare(stop))) return;
  const loops = queueNames.map((name) => startLoop(name));
  log.info({ workerId: id }, 'the worker runs');
  while (!stop.aborted) {
    await Promise.all([beat(id, startedAt), queueDueJobs()]).catch((error) =>
      log.warn({ err: error }, 'the worker missed a beat'),
    );
    await pause(beatMs, stop);
  }
  const ended = Promise.all(loops.map((loop) => loop.stop()));
  await Promise.race([ended, sleep(graceMs, undefined, { ref: false })]);
  await Promise.race([leave(id), sleep(1_000, undefined, { ref: false })]);
}

function startLoop<Q extends QueueName>(name: Q): QueueLoop {
  return startQueueLoop<Q>(name, handlers[name]);
}

/** Brings pg-boss's schema and our queues up to date; false if the worker was stopped before that worked. */
async function prepare(stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    try {
      await boss().start();
      for (const name of queueNames) await bringUpToDate(name);
      return true;
    } catch (error) {
      log.warn({ err: error }, 'the worker waits for the database');
      forgetBoss();
      await pause(2_000, stop);
    }
  }
  return false;
}

async function bringUpToDate(name: QueueName): Promise<void> {
  const { retryLimit, retryDelay, retryBackoff, expireInSeconds } = queues[name];
  const policy = { name, retryLimit, retryDelay, retryBackoff, expireInSeconds };
  await boss().createQueue(name, policy);
  await boss().updateQueue(name, policy);
}

async function leave(id: string): Promise<void> {
  try {
    await boss().stop({ graceful: false, close: false });
    forgetBoss();
    await endBeat(id);
  } catch (error) {
    log.warn({ err: error }, 'the worker could not sign off');
  }
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stop }).catch(() => {});
}
