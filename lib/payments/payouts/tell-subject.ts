import type { Tx } from '@/lib/db';
import { ledgerActor } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { payoutRefused, payoutSettled, payoutUnknown } from '@/lib/exchange/payout-outcome';
import { postSystemFee } from '@/lib/payments/payouts/payout-fee';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import { payoutTrouble } from '@/lib/payments/payouts/payout-trouble';

const outcomes = { settled: payoutSettled, refused: payoutRefused, unknown: payoutUnknown };

/**
 * Hands on what became of a payout to what it was made for, and posts what the system took for it. An order that does
 * not stand where it could move by that is told of as trouble: the payout keeps its word all the same.
 */
export async function tellSubject(
  tx: Tx,
  payout: PayoutRow,
  outcome: keyof typeof outcomes,
  mover: Mover,
): Promise<void> {
  if (payout.subjectKind !== 'order')
    throw new Error(`${payout.id}: no payouts are made for ${payout.subjectKind} yet`);
  const moved = await outcomes[outcome](tx, payout.subjectId, { payout, mover });
  if (!moved && outcome !== 'unknown') await payoutTrouble(tx, payout, mover, `payout ${outcome}`);
  if (outcome !== 'settled') return;
  await postSystemFee(tx, {
    key: `payout:${payout.id}`,
    subject: payout.subjectId,
    methodId: payout.methodId,
    asset: payout.assetCode,
    units: payout.systemFeeUnits,
    actor: ledgerActor(mover),
  });
}
