import { clientIp } from '@/app/_auth/client-ip';
import { AppError } from '@/lib/errors';
import { liveStream } from '@/lib/live-stream';
import { log } from '@/lib/log';
import { addressKey } from '@/lib/rate-limit';

type Followed = { topic: string; version: () => Promise<string | null> };

const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Answers a live request: a stream of versions, or with `?poll=1` the present one as JSON. `authorise` throws an
 * AppError for whoever may not follow.
 */
export async function respondLive(request: Request, authorise: () => Promise<Followed>): Promise<Response> {
  try {
    const { topic, version } = await authorise();
    if (new URL(request.url).searchParams.has('poll'))
      return Response.json({ version: await version() }, { headers: noStore });
    const ip = addressKey(clientIp(request.headers));
    const stream = liveStream({ topic, version, ip, signal: request.signal });
    if (!stream) throw new AppError('too_many_requests');
    return new Response(stream, {
      headers: {
        ...noStore,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Proxies that buffer answers would keep the events for themselves.
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    if (error instanceof AppError)
      return Response.json({ code: error.code }, { status: error.httpStatus, headers: noStore });
    log.error({ err: error }, 'a live request failed');
    return Response.json({ code: 'unavailable' }, { status: 503, headers: noStore });
  }
}
