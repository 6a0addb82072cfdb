import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { logLevel } from '@/lib/env';
import { logError } from '@/lib/log-error';
import { processWide } from '@/lib/process-wide';

type LogContext = { requestId?: string; jobId?: string };

// One for the process: the bundler loads this file more than once, and all must see the same request.
const context = processWide('log-context', () => new AsyncLocalStorage<LogContext>());

/** Keys whose values never reach a log, wherever they stand. */
const secretKeys = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'cookie',
  'authorization',
  'requisites',
  'giveRequisites',
  'getRequisites',
  'idempotencyKey',
];

/** The one log: JSON lines with the request's id and without secrets. */
export const log = pino({
  level: logLevel(),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error) => logError(error) },
  redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
  mixin: () => context.getStore() ?? {},
});

/** Runs `work` so that every line logged inside carries the given ids. */
export function withLogContext<T>(ids: LogContext, work: () => T): T {
  return context.run(ids, work);
}

/** From here on, in whatever follows from this moment, every line logged carries the given ids. */
export function enterLogContext(ids: LogContext): void {
  context.enterWith(ids);
}

/** The id of the request or job that runs now, if any. */
export function currentRequestId(): string | undefined {
  return context.getStore()?.requestId;
}
