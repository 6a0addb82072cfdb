import { isCrowded } from '@/lib/db';
import { newErrorId } from '@/lib/error-id';
import { log } from '@/lib/log';
import { isOutage } from '@/lib/outage';
import type { Connection } from '@/lib/payments/connection';
import type { CallbackReading, HttpAnswer, NoticeRefusal, RawRequest } from '@/lib/payments/contract/notice';
import { connectionsOf, type Door, findDoor } from '@/lib/payments/notice-door';
import type { KeptEvent } from '@/lib/payments/notice-event';
import { contradiction } from '@/lib/payments/notice-match';
import { answerPreRequest } from '@/lib/payments/notice-precheck';
import { nothing, rawRequest } from '@/lib/payments/notice-request';
import { secretsOf, withoutSecrets } from '@/lib/payments/notice-secrets';
import { type Incoming, keepAccepted, keepUnbelieved } from '@/lib/payments/notice-store';
import { findTarget, type NoticeTarget } from '@/lib/payments/notice-target';

type Knock = { systemCode: string; methodCode: string; request: Request; ip: string };

/**
 * Hears one request at the callback door: verifies it, compares it with what we asked for, keeps it raw and answers as
 * the system expects. Nothing acts here: a job does, on what was kept. Whoever is not believed learns nothing from the
 * answer. What cannot be kept now is answered so that an honest system comes again.
 */
export async function receiveNotice({ systemCode, methodCode, request, ip }: Knock): Promise<HttpAnswer> {
  try {
    if (isCrowded()) return nothing(503);
    const door = await findDoor(systemCode, methodCode);
    if (door) return await hear(door, request, ip);
    log.warn(
      { system: systemCode.slice(0, 40), method: methodCode.slice(0, 40), ip },
      'no such callback door',
    );
    return nothing(404);
  } catch (error) {
    const outage = isOutage(error);
    log.error({ err: error, errorId: newErrorId() }, 'a notice could not be heard');
    return nothing(outage ? 503 : 500);
  }
}

async function hear(door: Door, request: Request, ip: string): Promise<HttpAnswer> {
  const raw = await rawRequest(request, ip);
  if ('why' in raw) return refuse(unreadable(door, raw.raw), raw.why, raw.answer);
  let refused: { why: NoticeRefusal; answer: HttpAnswer; connection: Connection } | undefined;
  let broken = 0;
  const secrets: string[] = [];
  for await (const connection of connectionsOf(door)) {
    if (!connection) {
      broken += 1;
      continue;
    }
    secrets.push(...secretsOf(connection));
    const incoming = incomingBy(door, raw, connection, secrets);
    const allowed = await answerPreRequest(connection, incoming, raw);
    if (allowed) return allowed;
    const reading = await readSafely(connection, raw);
    if (reading.verdict === 'accepted') return believe(connection, incoming, reading);
    refused ??= { ...reading, connection };
  }
  // The account that could have read it cannot be opened: the sender is to come again once it can.
  if (!refused || broken > 0) return refuse(unreadable(door, raw), 'no_connection', nothing(503));
  return refuse(incomingBy(door, raw, refused.connection, secrets), refused.why, refused.answer);
}

/** What is kept of it: the secrets of every account that was tried are covered, whoever of them it was for. */
function incomingBy(
  { systemCode, methodCode }: Door,
  raw: RawRequest,
  { id }: Connection,
  secrets: string[],
): Incoming {
  return { systemCode, methodCode, connectionId: id, raw: withoutSecrets(raw, secrets) };
}

/** What came while no account could be tried: nobody knows which secrets are in it, so only its shape is kept. */
function unreadable({ systemCode, methodCode }: Door, raw: RawRequest): Incoming {
  const shape = Object.entries(raw.headers).filter(([name]) => /^(content-|user-agent$)/.test(name));
  const bare = { ...raw, query: '', headers: Object.fromEntries(shape), body: Buffer.alloc(0) };
  return { systemCode, methodCode, connectionId: null, raw: bare };
}

type Accepted = Extract<CallbackReading, { verdict: 'accepted' }>;

/** Whoever wrote an adapter may have forgotten something; the sender is not believed then. */
async function readSafely({ system, at }: Connection, raw: RawRequest): Promise<CallbackReading> {
  try {
    if (!system.callback) return { verdict: 'refused', why: 'not_supported', answer: nothing(400) };
    return await system.callback.read(at, raw);
  } catch (error) {
    log.error({ err: error, system: system.code }, 'an adapter failed at a notice');
    return { verdict: 'refused', why: 'malformed', answer: nothing(400) };
  }
}

async function believe(connection: Connection, incoming: Incoming, reading: Accepted): Promise<HttpAnswer> {
  const { event, answer, refusal } = reading;
  if (!event) {
    await keepUnbelieved(incoming, { verdict: 'accepted', outcome: 'ignored' });
    return answer;
  }
  const target = await findTarget(connection.id, event);
  const why = target ? doubt(connection, event, target) : 'unknown_payment';
  const paymentId = target?.about === 'payment' ? target.payment.id : null;
  if (!target || why)
    return refuse(incoming, why ?? 'unknown_payment', refusal, { paymentId, reading: event });
  const targetId = target.about === 'payment' ? target.payment.id : target.id;
  const { trust, eventKey } = event;
  const kept: KeptEvent =
    event.about === 'payment'
      ? { about: 'payment', targetId, trust, eventKey, answer: event.answer }
      : { about: event.about, targetId, trust, eventKey, answer: event.answer };
  await keepAccepted(incoming, paymentId, kept);
  return answer;
}

/** Why a notice that reads well is still not believed, or null. */
function doubt(
  { system }: Connection,
  event: NonNullable<Accepted['event']>,
  target: NoticeTarget,
): NoticeRefusal | null {
  if (event.about !== 'payment' || target.about !== 'payment') return null;
  // A hint is worth as much as the question that follows it.
  if (event.trust === 'hint' && !system.payIn?.check) return 'not_supported';
  return contradiction(target.payment, event.answer, system.payIn?.amount ?? 'fixed');
}

type Told = { paymentId?: string | null; reading?: unknown };

/** Reasons of the door's own, beside those of adapters. */
type Refusal = NoticeRefusal | 'too_large' | 'encoded' | 'no_connection';

async function refuse(
  incoming: Incoming,
  why: Refusal,
  answer: HttpAnswer,
  told: Told = {},
): Promise<HttpAnswer> {
  const noticeId = await keepUnbelieved(incoming, { verdict: 'refused', reason: why, ...told });
  const { systemCode, methodCode, raw } = incoming;
  log.warn({ system: systemCode, method: methodCode, why, ip: raw.ip, noticeId }, 'a notice was refused');
  return answer;
}
