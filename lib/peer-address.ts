import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { processWide } from '@/lib/process-wide';

const header = 'x-forwarded-for';

/**
 * From now on this process's HTTP server appends the address it really talks to to X-Forwarded-For, as any proxy
 * does. The framework only fills in an absent header: without this, whoever sends one chooses his own address.
 */
export function appendPeerAddress(): void {
  processWide('peer-address', () => {
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { request: IncomingMessage };
      const peer = request.socket.remoteAddress;
      if (peer) request.headers[header] = [request.headers[header], peer].filter(Boolean).join(', ');
    });
    return true;
  });
}
