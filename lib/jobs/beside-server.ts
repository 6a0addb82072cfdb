import { env } from '@/lib/env';
import { stopExports } from '@/lib/export/export-orders';
import { startWorker, stopWorker } from '@/lib/jobs/worker';
import { closeLiveStreams } from '@/lib/live-stream';

/** The worker inside the server's own process, unless it runs elsewhere; and an orderly end of both. */
export function runBesideServer(): void {
  if (env().KANTOR_WORKER === 'inline') startWorker();
  beforeExit(async () => {
    closeLiveStreams();
    stopExports();
    await stopWorker();
  });
}

/**
 * Does our own tidying before the framework's: it waits for open streams, and ends the process as soon as its last
 * connection is closed, jobs under way or not.
 */
function beforeExit(tidy: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const theirs = process.listeners(signal);
    let first = true;
    process.removeAllListeners(signal);
    process.on(signal, async (name: NodeJS.Signals) => {
      if (!first) return;
      first = false;
      await tidy().catch(() => {});
      for (const listener of theirs) listener(name);
      if (theirs.length === 0) process.exit(0);
    });
  }
}
