import { type Actor, requireUser } from '@/lib/auth/actor';
import { atTill } from '@/lib/cashier/refusals';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';
import { lockTopUp, type TopUpRow } from '@/lib/wallet/top-up/top-up-row';
import { type WaitingRequest, waitingRequest } from '@/lib/wallet/top-up/waiting-requests';

/**
 * A cashier opens a request to work on it: the others see by whom it is taken, and may take it over; the customer sees
 * that it is being looked at. Returns it as his form needs it.
 * Throws what `waitingRequest` throws, `top_up_moved` (params: status) where it was decided meanwhile.
 */
export async function takeRequest({
  actor,
  topUpId,
}: {
  actor: Actor;
  topUpId: string;
}): Promise<WaitingRequest> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'take_request', given: { topUpId } }, async () => {
    await waitingRequest(user, topUpId);
    await inTransaction(async (tx) => {
      const request = await lockWaitingRequest(tx, topUpId);
      await tx.query(`UPDATE top_ups SET status = 'claimed', taken_by = $2 WHERE id = $1`, [
        topUpId,
        user.userId,
      ]);
      tellTopUp(tx, request);
    });
    return waitingRequest(user, topUpId);
  });
}

/**
 * Puts a request back into the queue: the cashier leaves it, or the operation he made of it was not approved. Does
 * nothing to one that was decided. In the caller's transaction, or by itself. Asks nobody's rights.
 */
export async function releaseRequest(topUpId: string, tx?: Tx): Promise<void> {
  if (!tx) return inTransaction((own) => releaseRequest(topUpId, own));
  const request = await lockTopUp(tx, topUpId);
  if (request.way !== 'cashier' || request.status !== 'claimed') return;
  await tx.query(`UPDATE top_ups SET status = 'waiting', taken_by = NULL WHERE id = $1`, [topUpId]);
  tellTopUp(tx, request);
}

/**
 * The request, locked, while a cashier may still decide on it. Throws `not_found`, `top_up_moved` (params: status).
 */
export async function lockWaitingRequest(tx: Tx, topUpId: string): Promise<TopUpRow> {
  const request = await lockTopUp(tx, topUpId);
  if (request.way !== 'cashier') return fail('not_found');
  if (request.status !== 'waiting' && request.status !== 'claimed')
    return fail('top_up_moved', { params: { status: request.status } });
  return request;
}
