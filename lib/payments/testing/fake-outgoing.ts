import { type Outgoing, type OutgoingAnswer, OutgoingError } from '@/lib/payments/outgoing';
import type { Double, DoubleCallback } from '@/scripts/doubles/double';

/** What goes wrong on the way or on the other side. */
export const faults = [
  'unreachable',
  'timeout',
  'http_500',
  'http_502_page',
  'http_429',
  'garbage',
  'half_json',
  'empty',
  'wrong_json',
] as const;

export type Fault = (typeof faults)[number];

export type FakeOutgoing = {
  http: Outgoing;
  /** How many calls were made, those that failed too. */
  calls(): number;
  /** Notices that the double would have sent. */
  callbacks: DoubleCallback[];
};

/**
 * The way out for tests: the double answers in this process, without sockets. From call number `from` (0 is the first)
 * the fault happens instead.
 */
export function fakeOutgoing(
  double: Double | undefined,
  fault?: { kind: Fault; from: number },
): FakeOutgoing {
  const callbacks: DoubleCallback[] = [];
  let made = 0;
  const http: Outgoing = async (request) => {
    const turn = made;
    made += 1;
    if (fault && turn >= fault.from) return failed(fault.kind);
    const url = new URL(request.url);
    if (!double?.hosts.includes(url.host))
      throw new OutgoingError(`no double answers for ${url.host}`, false);
    const {
      body,
      status,
      headers,
      callbacks: sent,
    } = await double.handle({
      method: request.method,
      host: url.host,
      path: url.pathname,
      query: url.searchParams,
      headers: lowerCased(request.headers ?? {}),
      body: Buffer.from(request.body ?? ''),
      baseUrl: url.origin,
    });
    callbacks.push(...(sent ?? []));
    return answer(status, body, headers);
  };
  return { http, calls: () => made, callbacks };
}

function failed(kind: Fault): OutgoingAnswer {
  switch (kind) {
    case 'unreachable':
      throw new OutgoingError('connect ECONNREFUSED', false);
    case 'timeout':
      throw new OutgoingError('no answer in 15000 ms', true);
    case 'http_500':
      return answer(500, '{"error":"internal"}', { 'content-type': 'application/json' });
    case 'http_502_page':
      return answer(502, '<html><body>Bad gateway</body></html>', { 'content-type': 'text/html' });
    case 'http_429':
      return answer(429, '{"error":"too many requests"}', { 'content-type': 'application/json' });
    case 'garbage':
      return answer(200, Buffer.from([0x1f, 0x00, 0xff, 0xfe, 0x3c, 0x7b, 0x22, 0x80]));
    case 'half_json':
      return answer(200, '{"status":"success","result":{"id":"1', { 'content-type': 'application/json' });
    case 'empty':
      return answer(200, '');
    case 'wrong_json':
      return answer(200, '[]', { 'content-type': 'application/json' });
  }
}

function answer(status: number, body: string | Buffer, headers: Record<string, string> = {}): OutgoingAnswer {
  const bytes = Buffer.from(body);
  return { status, headers: lowerCased(headers), body: bytes, text: bytes.toString('utf8') };
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
