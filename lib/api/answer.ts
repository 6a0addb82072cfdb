import { randomUUID } from 'node:crypto';
import type { Call, Endpoint } from '@/lib/api/endpoint';
import { jsonBody } from '@/lib/api/json-body';
import { type ProblemCode, problemOf, problemWith } from '@/lib/api/problem';
import { isCrowded } from '@/lib/db';
import { newErrorId } from '@/lib/error-id';
import { AppError, fail } from '@/lib/errors';
import { defaultLocale, type Locale, locales } from '@/lib/i18n/locales';
import { currentRequestId, log, withLogContext } from '@/lib/log';
import { isOutage } from '@/lib/outage';
import { addressKey, limit } from '@/lib/rate-limit';

type Caller = { ip: string; id?: string };

/** Carries one call through: limit, body, endpoint; whatever fails becomes a problem without inner words. */
export async function answer(endpoint: Endpoint, request: Request, caller: Caller): Promise<Response> {
  return inRequest(endpoint, async (headers) => {
    const locale = languageOf(request);
    if (isCrowded()) {
      headers.set('retry-after', '5');
      return problemJson(problemWith('unavailable', locale), headers);
    }
    try {
      const { name, ...rule } = endpoint.limit;
      await limit(`api:${name}`, addressKey(caller.ip), rule);
      const result = await endpoint.run(await readCall(endpoint, request, caller, locale));
      return Response.json(result, { status: endpoint.status, headers });
    } catch (error) {
      return problemResponse(error, locale, headers);
    }
  });
}

/** For what no endpoint answers: an unknown address, or a method that the address does not take. */
export function answerNone(code: ProblemCode, request: Request, allowed: string[] = []): Promise<Response> {
  return inRequest(null, async (headers) => {
    if (allowed.length > 0) headers.set('allow', allowed.join(', '));
    return problemJson(problemWith(code, languageOf(request)), headers);
  });
}

/** The answer to a browser that asks whether a page of another site may call. */
export function answerPreflight(endpoints: Endpoint[]): Response {
  const methods = endpoints.map(({ method }) => method).join(', ');
  if (!endpoints.some(({ anyOrigin }) => anyOrigin))
    return new Response(null, { status: 204, headers: { allow: methods } });
  return new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    },
  });
}

/** Without credentials: no cookie is sent along, and none would be read. */
const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, x-request-id',
};

function inRequest(
  endpoint: Endpoint | null,
  work: (headers: Headers) => Promise<Response>,
): Promise<Response> {
  const requestId = currentRequestId() ?? randomUUID();
  const headers = new Headers({
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(endpoint?.anyOrigin ? openToAll : {}),
  });
  return withLogContext({ requestId }, () => work(headers));
}

async function readCall(
  endpoint: Endpoint,
  request: Request,
  caller: Caller,
  locale: Locale,
): Promise<Call<unknown>> {
  return {
    body: endpoint.method === 'POST' ? await jsonBody(request) : undefined,
    id: caller.id ?? '',
    query: readQuery(endpoint, request),
    ip: caller.ip,
    locale,
    secret: endpoint.needsSecret ? bearer(request) : '',
    idempotencyKey: endpoint.needsIdempotencyKey ? idempotencyKey(request) : '',
  };
}

function readQuery(endpoint: Endpoint, request: Request): Record<string, string> {
  const given = new URL(request.url).searchParams;
  const query: Record<string, string> = {};
  for (const [name, { values }] of Object.entries(endpoint.query ?? {})) {
    const value = given.get(name);
    if (value === null) continue;
    if (!values.includes(value)) fail('invalid_input', { fields: { [name]: { key: name } } });
    query[name] = value;
  }
  return query;
}

class SecretMissing extends Error {}

function bearer(request: Request): string {
  const [, secret] = /^Bearer +([\w.~+/=-]{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (secret === undefined) throw new SecretMissing();
  return secret;
}

function idempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,128}$/.test(key))
    fail('invalid_input', { fields: { 'Idempotency-Key': { key: 'idempotencyKey' } } });
  return key;
}

function languageOf(request: Request): Locale {
  const first = request.headers.get('accept-language')?.trim().slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === first) ?? defaultLocale;
}

function problemResponse(error: unknown, locale: Locale, headers: Headers): Response {
  if (error instanceof SecretMissing) {
    headers.set('www-authenticate', 'Bearer');
    return problemJson(problemWith('secret_missing', locale), headers);
  }
  if (error instanceof AppError && error.httpStatus < 500) {
    if (error.code === 'too_many_requests') headers.set('retry-after', error.params.seconds ?? '60');
    return problemJson(problemOf(error, locale), headers);
  }
  if (isOutage(error)) {
    log.error({ err: error }, 'the API could not be served');
    headers.set('retry-after', '5');
    return problemJson(problemWith('unavailable', locale), headers);
  }
  const errorId = newErrorId();
  log.error({ err: error, errorId }, 'the API failed');
  return problemJson(problemWith('unexpected', locale, errorId), headers);
}

function problemJson(problem: { status: number }, headers: Headers): Response {
  headers.set('content-type', 'application/problem+json; charset=utf-8');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
