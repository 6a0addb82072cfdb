import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { enterLogContext } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { guardForms } from '@/lib/request-door';

const forwarded = 'x-forwarded-for';

/** An address of the API that there is not: answered in its own form. */
const nowhere = '/api/v1/unreadable';

/**
 * From now on each request to this process's HTTP server gets, before anybody reads it:
 * - an id of its own in `x-request-id`, which every line logged on its behalf carries. One that came along is dropped;
 * - the address it really talks to at the end of X-Forwarded-For, as any proxy does. The framework only fills in an
 *   absent header: without this, whoever sends one chooses his own address;
 * - an address that can be read: of what nobody can decode the framework would make a failure of ours;
 * - a form that can be taken: see `guardForms`.
 */
export function watchRequestStart(): void {
  processWide('request-start', () => {
    subscribe('http.server.request.start', (message) => {
      const { request, server } = message as { request: IncomingMessage; server: Server };
      guardForms(server);
      const requestId = randomUUID();
      request.headers['x-request-id'] = requestId;
      const peer = request.socket.remoteAddress;
      if (peer) request.headers[forwarded] = [request.headers[forwarded], peer].filter(Boolean).join(', ');
      enterLogContext({ requestId });
      if (!isReadable(request.url ?? '')) request.url = nowhere;
    });
    return true;
  });
}

/** Pages are looked after by the proxy, which answers them with a status of their own. */
function isReadable(url: string): boolean {
  const [path = ''] = url.split('?');
  if (!path.startsWith('/api/')) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
