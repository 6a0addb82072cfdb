import { actorOfHeaders } from '@/app/_auth/current-actor';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { newErrorId } from '@/lib/error-id';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { type LimitRule, limit } from '@/lib/rate-limit';

const common = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** More than a busy counter prints and looks at: drawing papers takes a thread that customers share. */
const filesRule: LimitRule = { points: 300, seconds: 600 };

type Made = { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/**
 * Answers a file of the till: what `make` makes, or the bare status of an expected failure. Whoever may not have it
 * learns no more than that there is no such thing. A link on another site brings no file.
 */
export async function answerFile(
  request: Request,
  make: (actor: UserActor) => Promise<Made>,
): Promise<Response> {
  if (request.headers.get('sec-fetch-site') === 'cross-site') return new Response(null, { status: 403 });
  try {
    const actor = requireUser(await actorOfHeaders(request.headers));
    await limit('till-files', actor.userId, filesRule);
    const { body, headers } = await make(actor);
    return new Response(body, { headers: { ...common, ...headers } });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.httpStatus, headers: common });
    const errorId = newErrorId();
    log.error({ err: error, errorId }, 'a file of the till could not be made');
    return new Response(null, { status: 500, headers: { ...common, 'x-error-id': errorId } });
  }
}
