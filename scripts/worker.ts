import { prepare } from './prepare';
import { stopSignal } from './stop-signal';

/** `npm run worker`: the jobs in a process of their own, for servers that run with `KANTOR_WORKER=off`. */
export async function worker(): Promise<void> {
  const stopped = stopSignal();
  const prepared = await prepare();
  const { startWorker, stopWorker } = await import('@/lib/jobs/worker');
  try {
    startWorker();
    console.log('The worker runs. Ctrl-C stops it.');
    await stopped;
    // Resolves in time whatever the jobs do: one that does not end is taken up by another worker later.
    await stopWorker();
  } finally {
    await prepared.release();
  }
  process.exit(0);
}
