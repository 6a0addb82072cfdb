import { query } from '@/lib/db';
import { log } from '@/lib/log';
import { unknown } from '@/lib/payments/ask';
import { noteAnswer } from '@/lib/payments/connection-health';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { applyPayoutAnswer } from '@/lib/payments/payouts/apply-payout-answer';
import { markSending, type Sendable } from '@/lib/payments/payouts/mark-sending';

/**
 * Sends a queued payout, once: it is marked in a transaction of its own before the system is called. If the process
 * dies in between, the payout stays marked and is only ever asked about. Never throws for what the system does.
 */
export async function sendPayout(payoutId: string): Promise<void> {
  const ready = await markSending(payoutId);
  if (!ready) return;
  const answer = await send(ready);
  try {
    await applyPayoutAnswer({ payoutId, answer, source: 'send' });
  } catch (error) {
    log.error({ err: error, payoutId }, 'the answer to a payout could not be applied');
    await keepTrace(payoutId, answer);
  }
  await noteAnswer(ready.connection, ready.toSend.asset, answer);
}

async function send({ connection: { system, at }, toSend }: Sendable): Promise<PayoutAnswer> {
  const problem = system.payOut?.problem(toSend.destination);
  if (problem !== null || !system.payOut)
    return { outcome: 'refused', reason: `the requisite "${problem ?? ''}" cannot be paid to` };
  try {
    return await system.payOut.send(at, toSend);
  } catch (error) {
    log.error({ err: error, system: system.code, payoutId: toSend.payoutId }, 'an adapter failed to send');
    // It may have called the system before it failed.
    return unknown('the adapter failed');
  }
}

/** At least what the system can be asked by is kept; the payout stays `sending` and is asked about after its lease. */
async function keepTrace(payoutId: string, answer: PayoutAnswer): Promise<void> {
  const externalId = 'externalId' in answer ? (answer.externalId ?? null) : null;
  const facts = 'facts' in answer ? (answer.facts ?? {}) : {};
  await query(
    `UPDATE payouts SET external_id = coalesce(external_id, $2), facts = facts || $3::jsonb
     WHERE id = $1 AND status = 'sending'`,
    [payoutId, externalId, JSON.stringify(facts)],
  );
}
