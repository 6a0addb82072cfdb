import { type Actor, actorLabel } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { ownTopUp } from '@/lib/wallet/top-up/own-top-up';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { giveUpTopUpPayments, lockTopUpPayments } from '@/lib/wallet/top-up/top-up-payments';
import { lockTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';

/**
 * The customer gives up a top-up that nothing has come of yet. Money that comes nevertheless is credited. Given up
 * twice is no error. Throws `not_signed_in`, `not_found`, `top_up_moved` (params: status) where it was claimed, a
 * cashier works on it, or it is decided.
 */
export async function cancelTopUp({ actor, topUpId }: { actor: Actor; topUpId: string }): Promise<void> {
  await ownTopUp(actor, topUpId);
  await inTransaction(async (tx) => {
    await lockTopUpPayments(tx, topUpId);
    const topUp = await lockTopUp(tx, topUpId);
    if (topUp.status === 'canceled') return;
    if (topUp.status !== 'waiting') fail('top_up_moved', { params: { status: topUp.status } });
    await endTopUp(tx, topUp, 'canceled', actorLabel(actor).name);
  });
}

/** Nobody waits for it any more. Call it with the payments and the top-up locked. */
export async function endTopUp(
  tx: Tx,
  topUp: TopUpRow,
  status: 'canceled' | 'expired',
  by: string,
): Promise<void> {
  await giveUpTopUpPayments(tx, topUp.id);
  await tx.query(
    `UPDATE top_ups SET status = $2::"TopUpStatus", decided_at = $3, decided_by = $4 WHERE id = $1`,
    [topUp.id, status, now(), by],
    'end_top_up',
  );
  tellTopUp(tx, topUp);
}
