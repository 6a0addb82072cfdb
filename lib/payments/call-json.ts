import type { ExactJson } from '@/lib/payments/exact-json';
import { exactJson } from '@/lib/payments/exact-json';
import type { Outgoing, OutgoingRequest } from '@/lib/payments/outgoing';
import { OutgoingError } from '@/lib/payments/outgoing';

/** What came of a call to a JSON interface. */
export type Called =
  /** 2xx with JSON. */
  | { kind: 'done'; status: number; json: ExactJson }
  /** The system says no (4xx but those below), in its own words: nothing was done. */
  | { kind: 'refused'; status: number; json: ExactJson | undefined; reason: string }
  /** Nobody knows what was done: no answer, 5xx, 408, 409, 425, 429, or no JSON. */
  | { kind: 'unknown'; reason: string }
  /** It never left the house. */
  | { kind: 'unsent'; reason: string };

/** Calls a JSON interface. Never throws for what happens on the way. */
export async function callJson(
  http: Outgoing,
  { json, headers, ...request }: OutgoingRequest & { json?: unknown },
): Promise<Called> {
  try {
    const answer = await http({
      ...request,
      headers: {
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    return calledBy(answer.status, answer.text);
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    return { kind: error.sent ? 'unknown' : 'unsent', reason: error.message };
  }
}

const undecided = [408, 409, 425, 429];

/** The same for an answer that somebody else fetched (an official SDK). */
export function calledBy(status: number, text: string): Called {
  const json = exactJson(text);
  const reason = `HTTP ${status}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`;
  if (status >= 200 && status < 300)
    return json === undefined ? { kind: 'unknown', reason } : { kind: 'done', status, json };
  // A page of some proxy in between is nobody's decision.
  if (status < 400 || status >= 500 || undecided.includes(status) || json === undefined)
    return { kind: 'unknown', reason };
  return { kind: 'refused', status, json, reason };
}

/** What a verb that starts or pays says where the call was not done. */
export function notDone(called: Exclude<Called, { kind: 'done' }>) {
  const outcome = called.kind === 'unknown' ? ('unknown' as const) : ('refused' as const);
  return { outcome, reason: called.reason };
}

/** What a verb that only asks says where the call was not done: not having been told is not a no. */
export function notTold(called: Exclude<Called, { kind: 'done' }>) {
  return { outcome: 'unknown' as const, reason: called.reason };
}
