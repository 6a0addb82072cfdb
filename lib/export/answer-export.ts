import { randomUUID } from 'node:crypto';
import { type ProblemCode, problemOf, problemWith } from '@/lib/api/problem';
import type { Actor } from '@/lib/auth/actor';
import { newErrorId } from '@/lib/error-id';
import { AppError, fail } from '@/lib/errors';
import { readExportInput } from '@/lib/export/export-input';
import { exportOrders } from '@/lib/export/export-orders';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { currentRequestId, log, withLogContext } from '@/lib/log';
import { isOutage } from '@/lib/outage';

/**
 * Answers `GET /api/exports/orders`: the file, or, while nothing was sent, a problem. A browser that was sent here by
 * a page's form goes back to `page` with the problem's code, and loses neither filter nor choice.
 */
export async function answerExport(request: Request, actor: Actor): Promise<Response> {
  const requestId = currentRequestId() ?? randomUUID();
  const headers = new Headers({
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    // Compressing would keep the first bytes back and cost more than it saves on an inner network.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const params = new URL(request.url).searchParams;
  const locale = toLocale(params.get('locale'));
  return withLogContext({ requestId }, async () => {
    try {
      refuseOtherSites(request);
      const input = readExportInput(params);
      const { stream, fileName } = await exportOrders({ actor, input, signal: request.signal });
      headers.set('content-type', 'text/csv; charset=utf-8');
      headers.set('content-disposition', `attachment; filename="${fileName}"`);
      return new Response(stream, { headers });
    } catch (error) {
      return refusal(error, request, locale, headers);
    }
  });
}

/** A link on another site would make our staff export without wanting to. Old browsers do not tell; they may. */
function refuseOtherSites(request: Request): void {
  if (request.headers.get('sec-fetch-site') === 'cross-site') fail('forbidden');
}

function refusal(error: unknown, request: Request, locale: Locale, headers: Headers): Response {
  const problem = problemFor(error, locale);
  if (problem.code === 'too_many_requests') headers.set('retry-after', '30');
  const fromPage = new URL(request.url).searchParams.has('page');
  if (fromPage && pageTells(problem.code)) {
    const back = new URLSearchParams(new URL(request.url).searchParams);
    back.delete('page');
    back.set('problem', problem.code);
    if (problem.errorId) back.set('errorId', problem.errorId);
    // Relative: behind a proxy the address of the request is not the one of the browser.
    headers.set('location', `/${locale}/desk/exports?${back}`);
    return new Response(null, { status: 303, headers });
  }
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** Problems that the page has words for; whoever may not export may not see the page either. */
export const toldByPage = ['invalid_input', 'too_many_requests', 'unavailable', 'unexpected'] as const;

function pageTells(code: string): boolean {
  return toldByPage.some((told) => told === code);
}

function problemFor(error: unknown, locale: Locale) {
  if (error instanceof AppError && error.httpStatus < 500) return problemOf(error, locale);
  if (isOutage(error)) {
    log.error({ err: error }, 'an export could not be made');
    return problemWith('unavailable' satisfies ProblemCode, locale);
  }
  const errorId = newErrorId();
  log.error({ err: error, errorId }, 'an export failed');
  return problemWith('unexpected', locale, errorId);
}
