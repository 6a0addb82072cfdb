import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail } from '@/lib/errors';
import { log } from '@/lib/log';
import type { PdfDocument } from '@/lib/pdf/pdf-document';
import { processWide } from '@/lib/process-wide';

/** Longer than the largest document takes on a busy machine. */
const longestMs = 30_000;
/** With more than this before it a document would come too late to be wanted. */
const maxWaiting = 16;
/** Loading the face takes a third of a second: the thread stays for the next one a while. */
const idleMs = 60_000;

type Job = { resolve: (bytes: Uint8Array<ArrayBuffer>) => void; reject: (error: Error) => void };

type Press = { worker?: Worker; jobs: Map<number, Job>; lastId: number; idle?: NodeJS.Timeout };

const press = processWide<Press>('pdf-press', () => ({ jobs: new Map(), lastId: 0 }));

/**
 * Draws a document in a thread of its own, one after another, and gives the file's bytes. The caller's thread only
 * copies the content over. Throws `unavailable` where too many wait, and an error where the document cannot be drawn.
 */
export async function makePdf(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  if (press.jobs.size >= maxWaiting) fail('unavailable');
  clearTimeout(press.idle);
  const worker = startedWorker();
  press.lastId += 1;
  const id = press.lastId;
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      press.jobs.set(id, { resolve, reject });
      late = setTimeout(() => endWorker(new Error('a document took too long')), longestMs);
      worker.postMessage({ id, document });
    });
  } finally {
    clearTimeout(late);
    press.jobs.delete(id);
    if (press.jobs.size === 0) rest();
  }
}

function startedWorker(): Worker {
  if (press.worker) return press.worker;
  const worker = threadOf(join(process.cwd(), 'lib', 'pdf', 'pdf-worker.mjs'));
  press.worker = worker;
  // A document that nobody waits for must not keep the process from its end.
  worker.unref();
  worker.on('message', ({ id, bytes, error }: { id: number; bytes?: Uint8Array; error?: string }) => {
    const job = press.jobs.get(id);
    if (bytes) job?.resolve(new Uint8Array(bytes));
    else job?.reject(new Error(`a document could not be drawn: ${error}`));
  });
  worker.on('error', (error) => {
    log.error({ err: error }, 'the thread that draws documents broke');
    if (press.worker === worker) endWorker(error);
  });
  return worker;
}

/**
 * By its path from the root, where every process of the house runs: a bundle of the server has no such file. The path
 * is given, not written here: the bundler would follow it, and stumble over the faces.
 */
function threadOf(path: string): Worker {
  return new Worker(path, {
    execArgv: [],
    env: {},
    // Room for what lives a moment only: tidying was a third of the time.
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 128 },
  });
}

function rest(): void {
  clearTimeout(press.idle);
  press.idle = setTimeout(() => endWorker(new Error('the thread rests')), idleMs);
  press.idle.unref();
}

/** Ends the thread; whoever waits for it hears the error, and the next document starts another. */
function endWorker(error: Error): void {
  const { worker } = press;
  press.worker = undefined;
  for (const job of press.jobs.values()) job.reject(error);
  press.jobs.clear();
  worker?.terminate().catch(() => {});
}
