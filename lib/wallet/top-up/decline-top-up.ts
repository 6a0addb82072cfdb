import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { tellDeclined } from '@/lib/wallet/top-up/top-up-letters';
import { lockTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';

/**
 * The operator crosses out the direct payment of a top-up: it is declined with the reason, unless other money of it has
 * come. In the transaction that has set the payment `refused`.
 */
export async function declineTopUp(
  tx: Tx,
  { topUpId, reason, mover }: { topUpId: string; reason: string; mover: Mover },
): Promise<void> {
  const topUp = await lockTopUp(tx, topUpId);
  if (topUp.status === 'credited' || topUp.status === 'declined') return;
  await keepDeclined(tx, topUp, { reason, by: mover.name });
}

/** Writes the refusal of a locked top-up, with its letter. */
export async function keepDeclined(
  tx: Tx,
  topUp: TopUpRow,
  { reason, by }: { reason: string; by: string },
): Promise<void> {
  await tx.query(
    `UPDATE top_ups SET status = 'declined', reason = $2, decided_at = $3, decided_by = $4 WHERE id = $1`,
    [topUp.id, reason, now(), by],
    'top_up_declined',
  );
  await tellDeclined(tx, topUp, reason);
  tellTopUp(tx, topUp);
}
