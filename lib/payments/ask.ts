import type { Unknown } from '@/lib/payments/contract/at';
import {
  type Outgoing,
  type OutgoingAnswer,
  OutgoingError,
  type OutgoingRequest,
} from '@/lib/payments/outgoing';

/** Nobody answered: the outcome that every verb may hand on as it is. `sent`: the request may have arrived. */
export type NoAnswer = Unknown & { sent: boolean };

/**
 * Calls a system. A call that fails, an answer of 5xx and "slow down" (429) are no answers: nobody knows what came of
 * the call.
 */
export async function ask(http: Outgoing, request: OutgoingRequest): Promise<OutgoingAnswer | NoAnswer> {
  try {
    const answer = await http(request);
    if (answer.status < 500 && answer.status !== 429) return answer;
    return { outcome: 'unknown', reason: `HTTP ${answer.status}`, sent: true };
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    return { outcome: 'unknown', reason: error.message, sent: error.sent };
  }
}

/** Whether the system was not heard. */
export function isNoAnswer(answer: object): answer is NoAnswer {
  return 'outcome' in answer && answer.outcome === 'unknown' && 'sent' in answer;
}

/** An outcome that nobody knows, with a reason for staff, cut to a readable length. */
export function unknown(reason: string): Unknown {
  return { outcome: 'unknown', reason: reason.slice(0, 300) };
}

/** A refusal in the system's own words, cut to a readable length. */
export function refused(reason: string): { outcome: 'refused'; reason: string } {
  return { outcome: 'refused', reason: reason.slice(0, 300) };
}
