import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { moved } from '@/lib/cashier/approve-operation';
import { releaseTransfer } from '@/lib/cashier/operation-ledger';
import { loadOperation } from '@/lib/cashier/operation-row';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { tillReader } from '@/lib/cashier/till-reader';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';
import { postWallet } from '@/lib/wallet/post-wallet';
import { releaseRequest } from '@/lib/wallet/top-up/take-request';

export const declineOperationInput = z.object({ operationId: z.string().max(60), note: longText(500) });

/**
 * The second person says no, or the cashier takes his own question back: what was held is free again, a request stands
 * in the queue again. Input `{ operationId, note }`, the note is required. Throws `forbidden`, `cashier_off`,
 * `cashier_own_wallet`, `not_found`, `operation_moved`, `invalid_input` (field note).
 */
export async function declineOperation({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<{ operationId: string }> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'decline', given: givenFields(input) }, async () => {
    await tillReader(user);
    const { operationId, note } = parseInput(declineOperationInput, input);
    await inTransaction((tx) => decline(tx, { actor, operationId, note }));
    return { operationId };
  });
}

async function decline(
  tx: Tx,
  { actor, operationId, note }: { actor: Actor; operationId: string; note: string },
): Promise<void> {
  const operation = (await loadOperation(tx, operationId, { lock: true })) ?? fail('not_found');
  const reader = await tillReader(actor, tx);
  const own = operation.cashierId === reader.userId;
  if (!own && !reader.second) fail(reader.all ? 'forbidden' : 'not_found');
  if (own && !reader.cashier) fail('cashier_off');
  if (operation.userId === reader.userId) fail('cashier_own_wallet');
  if (operation.status === 'declined' && operation.approvedBy === reader.userId) return;
  if (operation.status !== 'awaiting_approval') moved(operation);
  await tx.query(
    `UPDATE till_operations SET status = 'declined', approved_by = $2, approval_note = $3, decided_at = $4
     WHERE id = $1`,
    [operationId, reader.userId, note, now()],
  );
  if (operation.holdId !== null) {
    const { name } = actorLabel(actor);
    await postWallet(tx, releaseTransfer(operation, name), () => ({ kind: 'write_off' }));
  }
  if (operation.topUpId !== null) await releaseRequest(operation.topUpId, tx);
  const before = { status: operation.status };
  const after = { status: 'declined', note };
  await audit(tx, { actor, action: 'till.decline', subject: operationId, before, after });
  tellAfterCommit(tx, 'till');
}
