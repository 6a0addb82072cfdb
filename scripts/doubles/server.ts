import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Behaviour, behaving, behaviourSchema, healthy } from './behaviour';
import type { Double, DoubleAnswer, DoubleCallback, DoubleRequest } from './double';
import { jsonAnswer } from './double';

type Standing = { double: Double; behaviour: Behaviour };

const orderSchema = z.object({ reference: z.string().min(1), amount: z.string().optional() });

/**
 * Doubles over HTTP: the first folder of an address is the host that is called (`/api.example.com/v1/x`). Under
 * `/_doubles` they are told how to behave:
 *
 * - `GET /_doubles`: all of them with what they hold
 * - `POST /_doubles/<host>` `{ mode: ok|slow|down|rate_limited|garbage|hang, delayMs }`
 * - `POST /_doubles/<host>/pay` `{ reference, amount? }`: a buyer pays, and the notices go out
 */
export function doublesServer(doubles: readonly Double[]): Server {
  const standing = new Map<string, Standing>();
  for (const double of doubles) {
    // One behaviour for all hosts of a system.
    const state: Standing = { double, behaviour: healthy };
    for (const host of double.hosts) standing.set(host, state);
  }
  return createServer((request, response) => {
    answerTo(standing, request)
      .catch((error: unknown) => jsonAnswer({ error: String(error) }, 500))
      .then((answer) => respond(response, answer));
  });
}

async function answerTo(
  standing: Map<string, Standing>,
  message: IncomingMessage,
): Promise<DoubleAnswer | null> {
  const local = `http://${message.headers.host ?? '127.0.0.1'}`;
  const url = new URL(message.url ?? '/', local);
  const [, first = '', ...rest] = url.pathname.split('/');
  const body = await bodyOf(message);
  if (first === '_doubles') return told(standing, message.method ?? 'GET', rest, body);
  const host = decodeURIComponent(first);
  const found = standing.get(host);
  if (!found) return jsonAnswer({ error: `no double answers for ${host}` }, 404);
  const request: DoubleRequest = {
    method: message.method ?? 'GET',
    host,
    path: `/${rest.join('/')}`,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
    baseUrl: `${local}/${host}`,
  };
  return behaving(found.behaviour, async () => {
    const answer = await found.double.handle(request);
    void sendAll(answer.callbacks ?? []);
    return answer;
  });
}

/** Control from outside. */
async function told(
  standing: Map<string, Standing>,
  method: string,
  [host, verb]: string[],
  body: Buffer,
): Promise<DoubleAnswer> {
  if (!host) {
    const systems = new Set(standing.values());
    return jsonAnswer(
      [...systems].map(({ double, behaviour }) => ({
        code: double.code,
        hosts: double.hosts,
        behaviour,
        holds: double.holds?.() ?? null,
      })),
    );
  }
  const found = standing.get(decodeURIComponent(host));
  if (!found) return jsonAnswer({ error: `no double answers for ${host}` }, 404);
  if (method !== 'POST')
    return jsonAnswer({ behaviour: found.behaviour, holds: found.double.holds?.() ?? null });
  const given = z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString('utf8') || '{}'));
  if (verb === 'pay') {
    const callbacks = (await found.double.pay?.(orderSchema.parse(given))) ?? null;
    if (callbacks === null) return jsonAnswer({ error: 'no such payment' }, 404);
    return jsonAnswer({ notices: await sendAll(callbacks) });
  }
  found.behaviour = behaviourSchema.parse(given);
  return jsonAnswer(found.behaviour);
}

/** Sends notices one after another; says what the office answered. */
async function sendAll(callbacks: readonly DoubleCallback[]): Promise<{ url: string; answer: string }[]> {
  const answers: { url: string; answer: string }[] = [];
  for (const { url, method, headers, body, afterMs = 0 } of callbacks) {
    if (afterMs > 0) await pause(afterMs);
    const answer = await fetch(url, { method, headers, ...(method === 'GET' ? {} : { body }) })
      .then(async (heard) => `${heard.status} ${(await heard.text()).slice(0, 200)}`)
      .catch((error: unknown) => String(error));
    answers.push({ url, answer });
  }
  return answers;
}

function respond(response: ServerResponse, answer: DoubleAnswer | null): void {
  if (answer === null) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
