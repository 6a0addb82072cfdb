import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { log } from '@/lib/log';
import { unknown } from '@/lib/payments/ask';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import { noteAnswer } from '@/lib/payments/connection-health';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import {
  applyPayoutAnswer,
  type PayoutAnswerSource,
  type PayoutApplied,
} from '@/lib/payments/payouts/apply-payout-answer';
import { isByHand } from '@/lib/payments/payouts/by-hand';
import { toSend } from '@/lib/payments/payouts/mark-sending';
import { type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';

type Asked = PayoutRow & { code: string; scale: number };

/**
 * Asks the system what became of a payout and applies its answer. A payout that is being sent right now is not asked
 * about until its lease is over: a system that does not know it yet would be believed. Sends nothing, ever.
 */
export async function checkPayout({
  payoutId,
  source,
  hint,
}: {
  payoutId: string;
  source: PayoutAnswerSource;
  /** The system's id of it by a notice that nobody signed: used where the system never told us one. */
  hint?: string;
}): Promise<PayoutApplied> {
  const payout = await payoutToAsk(payoutId);
  if (!payout || payout.sentAt === null || isByHand(payout)) return 'not_sent';
  const beingSent = payout.status === 'sending' && (payout.nextTryAt ?? payout.sentAt) > now();
  if (beingSent) return 'pending';
  const connection = payout.connectionId ? await loadConnection({ query }, payout.connectionId) : null;
  const answer = connection ? await ask(connection, payout, hint) : unknown('the connection is gone');
  if (connection) await noteAnswer(connection, payout.assetCode, answer);
  return applyPayoutAnswer({ payoutId, answer, source });
}

async function payoutToAsk(payoutId: string): Promise<Asked | null> {
  const [row] = await query<Asked>(
    `SELECT ${payoutColumnsOf('p')}, m.code, a.scale FROM payouts p
       JOIN payment_methods m ON m.id = p.method_id JOIN assets a ON a.code = p.asset_code WHERE p.id = $1`,
    [payoutId],
    'payout_to_ask',
  );
  return row ?? null;
}

async function ask({ system, at }: Connection, payout: Asked, hint?: string): Promise<PayoutAnswer> {
  if (!system.payOut) return unknown('the system cannot be asked');
  try {
    return await system.payOut.check(at, {
      ...toSend(payout, payout, system.code),
      externalId: payout.externalId ?? hint ?? null,
      hinted: payout.externalId === null && hint !== undefined,
      facts: payout.facts,
      sentAt: payout.sentAt ?? payout.createdAt,
    });
  } catch (error) {
    log.error({ err: error, system: system.code, payoutId: payout.id }, 'an adapter failed to check');
    return unknown('the adapter failed');
  }
}
