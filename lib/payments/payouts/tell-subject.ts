import type { Tx } from '@/lib/db';
import { ledgerActor } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import {
  type PayoutOutcome,
  payoutRefused,
  payoutSettled,
  payoutUnknown,
} from '@/lib/exchange/payout-outcome';
import { postSystemFee } from '@/lib/payments/payouts/payout-fee';
import type { PayoutRow, PayoutSubject } from '@/lib/payments/payouts/payout-row';
import { payoutTrouble } from '@/lib/payments/payouts/payout-trouble';
import {
  withdrawalRefused,
  withdrawalSettled,
  withdrawalUnknown,
} from '@/lib/wallet/withdrawal/withdrawal-outcome';

type Outcome = 'settled' | 'refused' | 'unknown';

/** What became of a payout, told to its subject. False where the subject does not stand where it could move by that. */
type Tell = (tx: Tx, subjectId: string, outcome: PayoutOutcome) => Promise<boolean>;

/** Refunds send by themselves: no payout is made for them. */
const outcomes: Record<Exclude<PayoutSubject, 'refund'>, Record<Outcome, Tell>> = {
  order: { settled: payoutSettled, refused: payoutRefused, unknown: payoutUnknown },
  withdrawal: { settled: withdrawalSettled, refused: withdrawalRefused, unknown: withdrawalUnknown },
};

/**
 * Hands on what became of a payout to what it was made for, and posts what the system took for it. An order or
 * withdrawal that does not stand where it could move by that is told of as trouble: the payout keeps its word all the
 * same.
 */
export async function tellSubject(tx: Tx, payout: PayoutRow, outcome: Outcome, mover: Mover): Promise<void> {
  const { subjectKind } = payout;
  if (subjectKind === 'refund') throw new Error(`${payout.id}: no payouts are made for refunds`);
  const moved = await outcomes[subjectKind][outcome](tx, payout.subjectId, { payout, mover });
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
