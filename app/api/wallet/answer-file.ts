import { actorOfHeaders } from '@/app/_auth/current-actor';
import { type Problem, problemOf, problemWith } from '@/lib/api/problem';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { newErrorId } from '@/lib/error-id';
import { AppError, fail } from '@/lib/errors';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { isOutage } from '@/lib/outage';
import { limit } from '@/lib/rate-limit';
import { requireWallet } from '@/lib/wallet/require-wallet';

/** A file that is sent to whoever asked for it. */
export type WalletFile = {
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  contentType: 'text/csv; charset=utf-8' | 'application/pdf';
  /** Latin letters, digits, hyphens and a dot. */
  fileName: string;
};

/** Files about one's own wallet, of all kinds together: each asks the database or the drawing thread for more than a page does. */
const filesRule = { points: 40, seconds: 600 };

/**
 * Answers with a file about the wallet of whoever asks. A browser that came by a page's form (`?page=1`) goes back to
 * the form with the problem's code; anybody else is told the problem.
 */
export async function answerFile(
  request: Request,
  make: (actor: UserActor, locale: Locale) => Promise<WalletFile>,
): Promise<Response> {
  const headers = new Headers({
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  const locale = toLocale(new URL(request.url).searchParams.get('locale'));
  try {
    // A link on another site would make people download without wanting to. Old browsers do not tell; they may.
    if (request.headers.get('sec-fetch-site') === 'cross-site') fail('forbidden');
    const actor = requireUser(await actorOfHeaders(request.headers));
    await requireWallet();
    await limit('wallet-files', actor.userId, filesRule);
    const { body, contentType, fileName } = await make(actor, locale);
    headers.set('content-type', contentType);
    headers.set('content-disposition', `attachment; filename="${fileName}"`);
    return new Response(body, { headers });
  } catch (error) {
    return refusal(problemFor(error, locale), request, locale, headers);
  }
}

function refusal(problem: Problem, request: Request, locale: Locale, headers: Headers): Response {
  const asked = new URL(request.url).searchParams;
  if (asked.has('page') && toldByPage.includes(problem.code)) {
    const back = new URLSearchParams({ problem: problem.code });
    for (const name of ['asset', 'from', 'to']) if (asked.get(name)) back.set(name, asked.get(name) ?? '');
    if (problem.errorId) back.set('errorId', problem.errorId);
    // Relative: behind a proxy the address of the request is not the one of the browser.
    headers.set('location', `/${locale}/cabinet/wallet/history?${back}#statement`);
    return new Response(null, { status: 303, headers });
  }
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Problems that the page with the form has words for. */
const toldByPage = ['invalid_input', 'too_many_requests', 'unavailable', 'unexpected'];

function problemFor(error: unknown, locale: Locale): Problem {
  if (error instanceof AppError && error.httpStatus < 500) return problemOf(error, locale);
  if (isOutage(error) || (error instanceof AppError && error.code === 'unavailable'))
    return problemWith('unavailable', locale);
  const errorId = newErrorId();
  log.error({ err: error, errorId }, 'a file about a wallet could not be made');
  return problemWith('unexpected', locale, errorId);
}
