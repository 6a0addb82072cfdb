import type { Tx } from '@/lib/db';
import { tellAfterCommit } from '@/lib/live';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import { withdrawalTopic } from '@/lib/wallet/withdrawal/withdrawal-topic';

/** Once the transaction stands, wakes the desk and whoever follows what the payout is for. */
export function tellPayoutPages(tx: Tx, { subjectKind, subjectId }: PayoutRow): void {
  if (subjectKind === 'withdrawal') tellAfterCommit(tx, withdrawalTopic(subjectId));
  tellAfterCommit(tx, 'desk');
}
