import { hintsArrive, listen } from '@/lib/live';
import { processWide } from '@/lib/process-wide';

type LiveStreamOptions = {
  /** Whose hints wake the stream: `order:ord_…`, `desk`. */
  topic: string;
  /** The present version; null once there is nothing to follow any more. */
  version: () => Promise<string | null>;
  /** Streams are counted per address. */
  ip: string;
  /** The request's: aborted when the reader goes away. */
  signal: AbortSignal;
};

const heartbeatMs = 15_000;
/** Closed after so long: the reader comes back by himself, maybe to another server, and is authorised anew. */
const longestMs = 5 * 60_000;
const lookMs = { withHints: 10_000, without: 1_500 };
const perAddress = 24;

const open = processWide('live-streams', () => new Map<AbortController, string>());

/** A stream of server-sent events that tells each new version, or null if that address has too many of them. */
export function liveStream({ topic, version, ip, signal }: LiveStreamOptions): ReadableStream | null {
  if ([...open.values()].filter((address) => address === ip).length >= perAddress) return null;
  const end = new AbortController();
  open.set(end, ip);

  const bytes = new TextEncoder();
  const cleanups: (() => void)[] = [];
  let told: string | undefined;
  let looking = false;
  let again = false;

  return new ReadableStream({
    start(controller) {
      const send = (text: string) => {
        if (!end.signal.aborted) controller.enqueue(bytes.encode(text));
      };
      /** One look at a time; a hint during a look makes another. */
      const look = async () => {
        again = looking;
        if (looking) return;
        looking = true;
        try {
          const found = await version();
          if (found === null) end.abort();
          else if (found !== told) send(`data: ${JSON.stringify({ version: found })}\n\n`);
          told = found ?? told;
        } catch {
          // The database is away for a moment: the next look will tell.
        } finally {
          looking = false;
        }
        if (again && !end.signal.aborted) await look();
      };

      let due = setTimeout(tick, 0);
      function tick() {
        void look();
        due = setTimeout(tick, hintsArrive() ? lookMs.withHints : lookMs.without);
      }
      const heartbeat = setInterval(() => send(': here\n\n'), heartbeatMs);
      const longest = setTimeout(() => end.abort(), longestMs);
      cleanups.push(
        listen(topic, () => void look()),
        () => clearTimeout(due),
        () => clearInterval(heartbeat),
        () => clearTimeout(longest),
      );
      end.signal.addEventListener('abort', () => {
        for (const cleanup of cleanups) cleanup();
        open.delete(end);
        try {
          controller.close();
        } catch {
          // Closed by the reader already.
        }
      });
      if (signal.aborted) end.abort();
      else signal.addEventListener('abort', () => end.abort(), { once: true });
      send('retry: 1000\n\n');
    },
    cancel() {
      end.abort();
    },
  });
}

/** Ends every stream of this process, so that the server can stop. */
export function closeLiveStreams(): void {
  for (const end of [...open.keys()]) end.abort();
}
