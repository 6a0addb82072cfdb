import { AsyncResource } from 'node:async_hooks';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { toLocale } from '@/lib/i18n/locales';
import en from '@/messages/en/errors.json';
import ru from '@/messages/ru/errors.json';

/** As much as an action takes (next.config.ts). */
export const bodyBytesMax = 11 * 1024 * 1024;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Refusal = { status: 400 | 413; code: 'invalid_form' | 'body_too_large' };

const guarded = new WeakSet<Server>();

/**
 * Stands before whoever listens to this server: forms of pages that nobody could take are answered in words, unread. The
 * framework would call them failures of ours, and write the address of one that is too large into its log, which for
 * an order's page is the order's secret.
 */
export function guardForms(server: Server): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  const behind = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // Also after bytes were waited for, what is logged belongs to this request.
    const pass = AsyncResource.bind(() => {
      for (const listener of behind) listener.call(server, request, response);
    });
    if (!isForm(request)) return pass();
    if (isTooLarge(request)) return answer(request, response, { status: 413, code: 'body_too_large' });
    const boundary = boundaryOf(request);
    if (boundary === null) return pass();
    whenBegun(request, boundary.length + partHead.length + 6, (beginning) => {
      if (isMultipart(beginning, boundary)) pass();
      else answer(request, response, { status: 400, code: 'invalid_form' });
    });
  });
}

/** Interfaces answer in their own form, and read their bodies themselves. */
function isForm({ method, url = '' }: IncomingMessage): boolean {
  return method !== 'GET' && method !== 'HEAD' && !url.startsWith('/api/');
}

/** By what it says of itself: what a proxy hands on without its length is measured behind, as it is read. */
function isTooLarge({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > bodyBytesMax;
}

function boundaryOf({ headers }: IncomingMessage): string | null {
  if (headers['content-encoding'] !== undefined) return null;
  const told = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(
    headers['content-type'] ?? '',
  );
  return told?.[1] ?? told?.[2] ?? null;
}

/** What the first part of every form begins with. */
const partHead = 'content-disposition:';

function isMultipart(beginning: string, boundary: string): boolean {
  const rest = beginning.replace(/^\r\n/, '');
  if (!rest.startsWith(`--${boundary}`)) return false;
  const behind = rest.slice(boundary.length + 2).toLowerCase();
  return behind.startsWith('--') || behind.startsWith(`\r\n${partHead}`);
}

/** The first bytes of the body, or all there are; they stay in the request for whoever reads it then. */
function whenBegun(request: IncomingMessage, bytes: number, then: (beginning: string) => void): void {
  const seen: Buffer[] = [];
  const stop = () => {
    request.off('readable', look);
    request.off('end', ended);
  };
  const look = () => {
    for (let chunk = request.read(); chunk !== null; chunk = request.read()) seen.push(chunk as Buffer);
    const beginning = Buffer.concat(seen);
    if (beginning.length < bytes && !request.complete) return;
    stop();
    if (beginning.length > 0) request.unshift(beginning);
    then(beginning.toString('latin1', 0, bytes));
  };
  const ended = () => {
    stop();
    then('');
  };
  request.on('readable', look);
  request.on('end', ended);
}

/** In plain words, for whoever has no script of ours: back in his browser's history the form is as he filled it in. */
function answer({ url = '' }: IncomingMessage, response: ServerResponse, { status, code }: Refusal): void {
  const words = { en, ru }[toLocale(url.split('/')[1])][code];
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(words),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(words);
}
