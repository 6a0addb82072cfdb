import type { Tx } from '@/lib/db';
import { parseAmount } from '@/lib/money';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { nextTry } from '@/lib/payments/payouts/try-pause';

type Kept = {
  answer: PayoutAnswer;
  /** What the payout stands at from now on. */
  outcome: PayoutAnswer['outcome'];
  at: Date;
  /** The operator is told now. */
  alarm: boolean;
  decidedBy: string | null;
};

/** Writes what the system said of a payout that is out, and when it is asked next. Returns the row as it stands. */
export async function keepPayoutAnswer(
  tx: Tx,
  payout: PayoutRow,
  { answer, outcome, at, alarm, decidedBy }: Kept,
): Promise<PayoutRow> {
  const settled = answer.outcome === 'settled' ? answer : null;
  const open = outcome === 'pending' || outcome === 'unknown';
  return tx.one<PayoutRow>(
    `UPDATE payouts p SET status = $2::"PayoutStatus", external_id = coalesce($3, external_id),
       reference = coalesce($4, reference), facts = facts || $5::jsonb, system_fee_units = $6, reason = $7,
       settled_at = CASE WHEN $2 = 'settled' THEN $8::timestamptz END, decided_by = $9, next_try_at = $10,
       checks = checks + 1, alarmed_at = CASE WHEN $11 THEN $8::timestamptz ELSE alarmed_at END
     WHERE p.id = $1 RETURNING ${payoutColumnsOf('p')}`,
    [
      payout.id,
      outcome,
      'externalId' in answer ? (answer.externalId ?? null) : null,
      settled?.reference ?? null,
      JSON.stringify('facts' in answer ? (answer.facts ?? {}) : {}),
      await feeUnits(tx, payout, settled?.fee),
      'reason' in answer ? answer.reason : null,
      at,
      decidedBy,
      open ? nextTry(at, payout.checks) : null,
      alarm,
    ],
  );
}

/** A fee that cannot be read is no reason to lose what the answer says of the money. */
async function feeUnits(tx: Tx, payout: PayoutRow, fee: string | undefined): Promise<bigint> {
  if (fee === undefined) return payout.systemFeeUnits;
  const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [
    payout.assetCode,
  ]);
  const read = parseAmount(fee, scale);
  return read.ok ? read.units : payout.systemFeeUnits;
}
