import type { CopyOut } from '@/lib/export/copy-out';

export type ExportEnd = {
  outcome: 'complete' | 'broken' | 'left' | 'too_slow';
  rows: number | null;
  bytes: number;
};

type Options = {
  /** Byte order mark and header row. */
  head: Uint8Array;
  copy: CopyOut;
  /** The request's: aborted when the reader goes away. */
  signal: AbortSignal;
  /** In all, and for the reader to take the next piece: a snapshot that is kept open keeps the database from tidying. */
  limits: { totalMs: number; pauseMs: number };
  /** Called once; its failure is the caller's to note. */
  onEnd: (end: ExportEnd) => Promise<void>;
};

/** The head is sent by then even if the database still searches for the first row. */
const firstByteMs = 250;

/**
 * The bytes of an export, one piece at a time as the reader takes them, so that memory does not grow with the file.
 * Rejects if the database refuses before the first byte. What breaks later breaks the stream: a download that is
 * not whole must not look whole.
 */
export async function csvStream(options: Options): Promise<ReadableStream<Uint8Array>> {
  const { head, copy, signal, limits, onEnd } = options;
  let pending: Promise<IteratorResult<Uint8Array>> | undefined = copy.chunks.next();
  await beforeFirstByte(pending, copy);

  let bytes = 0;
  let ended = false;
  let total: NodeJS.Timeout | undefined;
  let pause: NodeJS.Timeout | undefined;
  let waitForReader = () => {};
  const end = async (outcome: ExportEnd['outcome'], rows: number | null = null) => {
    if (ended) return;
    ended = true;
    clearTimeout(total);
    clearTimeout(pause);
    if (outcome !== 'complete') copy.stop();
    await onEnd({ outcome, rows, bytes });
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      const tear = (outcome: ExportEnd['outcome']) => {
        if (ended) return;
        controller.error(new Error(`the export ended: ${outcome}`));
        void end(outcome);
      };
      waitForReader = () => {
        pause = setTimeout(() => tear('too_slow'), limits.pauseMs);
      };
      total = setTimeout(() => tear('too_slow'), limits.totalMs);
      waitForReader();
      if (signal.aborted) tear('left');
      else signal.addEventListener('abort', () => tear('left'), { once: true });
      if (ended) return;
      controller.enqueue(head);
      bytes += head.length;
    },
    async pull(controller) {
      clearTimeout(pause);
      try {
        const next = await (pending ?? copy.chunks.next());
        pending = undefined;
        if (ended) return;
        if (next.done) {
          const rows = await copy.finish();
          await end('complete', rows);
          controller.close();
          return;
        }
        bytes += next.value.length;
        controller.enqueue(next.value);
        waitForReader();
      } catch (error) {
        if (ended) return;
        await end('broken');
        controller.error(error);
      }
    },
    async cancel() {
      await end('left');
    },
  });
}

async function beforeFirstByte(first: Promise<unknown>, copy: CopyOut): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const soon = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, firstByteMs);
  });
  try {
    await Promise.race([first, soon]);
  } catch (error) {
    copy.stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  // Whoever pulls hears of a later failure; until then it is nobody's.
  first.catch(() => {});
}
