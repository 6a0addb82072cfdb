import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { env } from '@/lib/env';
import { simulatorHost } from '@/lib/payments/systems/simulator/wire';

/**
 * The only way out of the house: calls to payment systems (and whoever else is told an address by people). Each has a
 * time limit and a size limit, speaks no compression but gzip, follows no redirect, and reaches no inner address
 * unless the office's owner allows the host (OUTGOING_INNER_HOSTS).
 */
export type Outgoing = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

export type OutgoingRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Until the whole answer is there; 15,000 unless told. */
  timeoutMs?: number;
  /** Client certificate and key, PEM, for systems that want them. */
  certificate?: { cert: string; key: string; passphrase?: string };
};

export type OutgoingAnswer = { status: number; headers: Record<string, string>; body: Buffer; text: string };

/**
 * No answer that could be read. `sent`: whether the request may have reached the other side; where it may, nobody
 * knows what came of it.
 */
export class OutgoingError extends Error {
  readonly sent: boolean;
  constructor(message: string, sent: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'OutgoingError';
    this.sent = sent;
  }
}

const maxBytes = 2_000_000;
const defaultTimeoutMs = 15_000;

/** Does one call. Throws OutgoingError; any status is an answer. */
export const outgoing: Outgoing = async (request) => {
  if (new URL(request.url).host === simulatorHost) return askSimulator(request);
  const target = rerouted(new URL(request.url));
  if (target.protocol !== 'https:' && target.protocol !== 'http:')
    throw new OutgoingError(`no such protocol: ${target.protocol}`, false);
  const address = await allowedAddress(target);
  return send(target, address, request);
};

/** The simulator lives in this house. Loaded when it is called: it has the database behind it. */
async function askSimulator({ method, url, body }: OutgoingRequest): Promise<OutgoingAnswer> {
  const { callSimulator } = await import('@/lib/payments/systems/simulator/in-house');
  const { pathname: path, searchParams } = new URL(url);
  const asked = { method, path, query: searchParams, body: body?.toString() ?? '' };
  const answer = await callSimulator(asked).catch((error: unknown) => {
    throw new OutgoingError('the simulator cannot reach its books', true, error);
  });
  // A line that hangs: what was asked for may have been done.
  if (answer === 'silent') throw new OutgoingError('no answer from the simulator', true);
  const text = JSON.stringify(answer.json);
  const headers = { 'content-type': 'application/json' };
  return { status: answer.status, headers, body: Buffer.from(text), text };
}

/** In a trial against the doubles every host is one folder of theirs. */
function rerouted(url: URL): URL {
  const doubles = env().KANTOR_DOUBLES;
  if (!doubles) return url;
  return new URL(`${doubles.replace(/\/+$/, '')}/${url.host}${url.pathname}${url.search}`);
}

/** Where a browser finds a page of the system: the same, or the doubles' one in a trial. */
export function pageUrl(url: string): string {
  return rerouted(new URL(url)).toString();
}

const inner = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  // Loopback, and IPv4 in its oldest IPv6 clothes.
  ['::', 96],
  // IPv4 behind translators and tunnels.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
  ['2001:db8::', 32],
] as const)
  inner.addSubnet(net, bits, 'ipv6');

/** Whether the address lies inside: loopback, private, link-local and the like; IPv4 in IPv6 clothes too. */
export function isInnerAddress(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return inner.check(mapped, 'ipv4');
  if (/^::ffff:/i.test(ip)) return true;
  const family = isIP(ip);
  return family === 0 || inner.check(ip, family === 6 ? 'ipv6' : 'ipv4');
}

/** Resolved once and used for the call itself, so that a name cannot answer differently the second time. */
async function allowedAddress(url: URL): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { KANTOR_DOUBLES, OUTGOING_INNER_HOSTS } = env();
  const allowed = [...OUTGOING_INNER_HOSTS, ...(KANTOR_DOUBLES ? [new URL(KANTOR_DOUBLES).host] : [])];
  let found: string[];
  try {
    found = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw new OutgoingError(`the name ${host} is not known`, false, error);
  }
  const [first] = found;
  if (!first) throw new OutgoingError(`the name ${host} has no address`, false);
  if (allowed.includes(url.host) || allowed.includes(host)) return first;
  if (found.some(isInnerAddress)) throw new OutgoingError(`${host} is an inner address`, false);
  return first;
}

function send(url: URL, address: string, request: OutgoingRequest): Promise<OutgoingAnswer> {
  const { method, headers = {}, body, timeoutMs = defaultTimeoutMs, certificate } = request;
  return new Promise((resolve, reject) => {
    let connected = false;
    const transport = url.protocol === 'https:' ? https : http;
    const call = transport.request(
      {
        method,
        host: address,
        port: url.port || undefined,
        path: `${url.pathname}${url.search}`,
        servername: isIP(url.hostname) ? undefined : url.hostname,
        agent: false,
        ...(certificate ?? {}),
        headers: {
          host: url.host,
          'user-agent': 'Kantor',
          'accept-encoding': 'gzip',
          ...headers,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > maxBytes) call.destroy(new Error('the answer is too large'));
          else parts.push(part);
        });
        answer.on('error', (error) => reject(new OutgoingError(error.message, true, error)));
        answer.on('end', () => {
          try {
            resolve(read(answer, Buffer.concat(parts)));
          } catch (error) {
            reject(new OutgoingError('the answer cannot be read', true, error));
          }
        });
      },
    );
    const timer = setTimeout(() => call.destroy(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    call.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    call.on('error', (error) => reject(new OutgoingError(error.message, connected, error)));
    call.on('close', () => clearTimeout(timer));
    call.end(body);
  });
}

function read(answer: http.IncomingMessage, raw: Buffer): OutgoingAnswer {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') throw new Error(`encoded as ${encoding}`);
  const body = encoding === 'gzip' ? gunzipSync(raw, { maxOutputLength: maxBytes }) : raw;
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  );
  return { status: answer.statusCode ?? 0, headers, body, text: body.toString('utf8') };
}
