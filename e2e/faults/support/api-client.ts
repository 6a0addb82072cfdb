import { setTimeout as pause } from 'node:timers/promises';
import { goodAddress, goodCard } from '@/lib/exchange/testing/orders';
import { newId } from '@/lib/ids';

export type Answer = {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
  text: string;
  ms: number;
};

type Sending = {
  body?: unknown;
  secret?: string;
  key?: string;
  /** The client's address; another one each time unless given. */
  ip?: string;
  headers?: Record<string, string>;
  method?: string;
};

/** One call of the public API over HTTP. Throws where no whole answer came. */
export async function callApi(url: string, place: string, sending: Sending = {}): Promise<Answer> {
  const { body, secret, key, ip = freshIp(), headers = {} } = sending;
  const startedAt = performance.now();
  const response = await fetch(`${url}/api/v1${place}`, {
    method: sending.method ?? 'POST',
    headers: {
      'x-forwarded-for': ip,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  const ms = performance.now() - startedAt;
  return { status: response.status, headers: response.headers, text, body: parsed(text), ms };
}

/** The same call until it is answered by something else than an outage, as a client that lost its server does. */
export async function callUntilAnswered(url: string, place: string, sending: Sending = {}): Promise<Answer> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await callApi(url, place, sending).catch(() => null);
    if (answer && answer.status < 500) return answer;
    if (Date.now() > deadline) throw new Error(`no answer to ${place}: ${answer?.text ?? 'nothing came'}`);
    await pause(100 + Math.random() * 200);
  }
}

let addresses = 0;

export function freshIp(): string {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}

export type NewOrder = { id: string; secret: string; give: string; get: string; status: string };

/** What a customer would send for a quote of a test office; another e-mail each time. */
export function orderBodyOf(quoteId: unknown, more: object = {}): Record<string, unknown> {
  return {
    quoteId,
    email: `${newId('usr')}@example.com`,
    requisites: { 'give.card': goodCard, 'get.address': goodAddress },
    ...more,
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
