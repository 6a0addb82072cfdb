import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser, type UserActor } from '@/lib/auth/actor';
import { atTill } from '@/lib/cashier/refusals';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';
import { keepDeclined } from '@/lib/wallet/top-up/decline-top-up';
import { lockWaitingRequest } from '@/lib/wallet/top-up/take-request';
import { waitingRequest } from '@/lib/wallet/top-up/waiting-requests';

export const declineRequestInput = z.object({ topUpId: z.string().max(60), reason: longText(1000) });

/**
 * A cashier says no to a request, with the reason that the customer reads (letter top_up_declined). One that an operation
 * of his waits for a second person's word about is not declined meanwhile.
 * Throws `invalid_input` (field `reason`), what `waitingRequest` throws, `top_up_moved` (params: status).
 */
export async function declineRequest({
  actor,
  ...input
}: z.input<typeof declineRequestInput> & { actor: Actor }): Promise<void> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'decline_request', given: input }, async () => {
    const { topUpId, reason } = parseInput(declineRequestInput, input);
    await waitingRequest(user, topUpId);
    await inTransaction((tx) => decline(tx, user, topUpId, reason));
  });
}

async function decline(tx: Tx, actor: UserActor, topUpId: string, reason: string): Promise<void> {
  const request = await lockWaitingRequest(tx, topUpId);
  const [operation] = await tx.query(
    `SELECT id FROM till_operations WHERE top_up_id = $1 AND status = 'awaiting_approval'`,
    [topUpId],
  );
  if (operation) fail('top_up_moved', { params: { status: 'claimed' } });
  await keepDeclined(tx, request, { reason, by: actorLabel(actor).name });
  await audit(tx, {
    actor,
    action: 'top_up.decline',
    subject: topUpId,
    before: { status: request.status },
    after: { status: 'declined', reason },
  });
}
