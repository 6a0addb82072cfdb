import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import type { PayoutApplied } from '@/lib/payments/payouts/apply-payout-answer';
import { isContradicted, type PayoutRow } from '@/lib/payments/payouts/payout-row';
import { payoutTrouble } from '@/lib/payments/payouts/payout-trouble';

/**
 * A final answer that denies the one that stands. Nothing is undone and nothing is paid: the operator is told once,
 * and the payout keeps what was said, so that the list shows it.
 */
export async function contradict(
  tx: Tx,
  payout: PayoutRow,
  answer: PayoutAnswer,
  { mover, source }: { mover: Mover; source: string },
): Promise<PayoutApplied> {
  if (isContradicted(payout)) return 'repeated';
  const words =
    answer.outcome === 'settled'
      ? (answer.reference ?? answer.externalId ?? 'settled')
      : 'reason' in answer
        ? answer.reason
        : answer.outcome;
  const column = payout.status === 'settled' ? 'reason' : 'reference';
  await tx.query(`UPDATE payouts SET ${column} = $2, alarmed_at = $3 WHERE id = $1`, [
    payout.id,
    words,
    now(),
  ]);
  await payoutTrouble(tx, payout, mover, `${payout.status} → ${answer.outcome} (${source}): ${words}`);
  return 'contradicted';
}
