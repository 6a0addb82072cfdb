import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { lockCashiers } from '@/lib/cashier/cashier-actor';
import { collectedAccount, drawerAccount } from '@/lib/cashier/operation-ledger';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { requireSecond } from '@/lib/cashier/till-reader';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { houseAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';

export const decideCollectedInput = z
  .object({
    moveId: z.string().max(60),
    outcome: z.enum(['received', 'returned'], 'fields.choice'),
    reason: optionalLongText(500),
  })
  .refine(({ outcome, reason }) => outcome === 'received' || reason !== '', {
    path: ['reason'],
    message: 'fields.required',
  });

type Decision = z.output<typeof decideCollectedInput>;

/**
 * The second person (a senior cashier, an admin) says what became of cash that a cashier wrote down as collected:
 * `received`, all of it, and it is the office's; or `returned`, with the reason: it is in the drawer's books again,
 * where the next count finds what is missing. Pressed twice by the same person it is decided once. Throws `forbidden`,
 * `cashier_off`, `second_person` (his own drawer), `not_found`, `collection_decided` (params: by), `invalid_input`
 * (fields outcome, reason).
 */
export async function decideCollected({ actor, input }: { actor: Actor; input: unknown }): Promise<void> {
  const user = requireUser(actor);
  await atTill({ actor: user, what: 'decide_collected', given: givenFields(input) }, async () => {
    await requireSecond(user);
    const decision = parseInput(decideCollectedInput, input);
    await inTransaction((tx) => decide(tx, actor, decision));
  });
}

type Collected = {
  cashierId: string;
  asset: string;
  amountUnits: bigint;
  decidedAt: Date | null;
  decidedBy: string | null;
  returnReason: string | null;
};

async function decide(tx: Tx, actor: Actor, { moveId, outcome, reason }: Decision): Promise<void> {
  const me = requireUser(actor).userId;
  const { cashierId, asset, amountUnits, decidedAt, decidedBy, returnReason } = await lockCollected(
    tx,
    moveId,
  );
  // Neither is suspended, nor that drawer counted, in between.
  await lockCashiers(tx, [cashierId, me]);
  await requireSecond(actor, tx);
  if (cashierId === me) fail('second_person');
  if (decidedAt !== null) {
    const same = decidedBy === me && (returnReason === null) === (outcome === 'received');
    return same ? undefined : fail('collection_decided', { params: { by: await nameOf(tx, decidedBy) } });
  }
  await tx.query(
    'UPDATE drawer_moves SET decided_at = $2, decided_by = $3, return_reason = $4 WHERE id = $1',
    [moveId, now(), me, outcome === 'returned' ? reason : null],
  );
  await audit(tx, {
    actor,
    action: `till.collected_${outcome}`,
    subject: moveId,
    after: { cashierId, asset, amountUnits: -amountUnits, reason },
  });
  const to = outcome === 'received' ? houseAccount('capital', asset) : drawerAccount(cashierId, asset);
  await post(tx, {
    key: `drawer-move:${moveId}:${outcome}`,
    kind: 'drawer_move',
    subject: moveId,
    actor: actorLabel(actor).name,
    note: reason,
    postings: [
      { account: collectedAccount(cashierId, asset), amountUnits },
      { account: to, amountUnits: -amountUnits },
    ],
  });
  tellAfterCommit(tx, 'till');
}

/** What was collected; below zero, as it left the drawer. Throws `not_found`, also for what was brought. */
async function lockCollected(tx: Tx, moveId: string): Promise<Collected> {
  if (!isId('drw', moveId)) return fail('not_found');
  const move = await tx.maybeOne<Collected>(
    `SELECT cashier_id AS "cashierId", asset_code AS asset, amount_units AS "amountUnits", decided_at AS "decidedAt",
       decided_by AS "decidedBy", return_reason AS "returnReason"
     FROM drawer_moves WHERE id = $1 AND amount_units < 0 FOR UPDATE`,
    [moveId],
  );
  return move ?? fail('not_found');
}

async function nameOf(tx: Tx, userId: string | null): Promise<string> {
  const person = await tx.maybeOne<{ name: string }>(
    `SELECT coalesce(nullif(name, ''), email) AS name FROM users WHERE id = $1`,
    [userId],
  );
  return person?.name ?? '';
}
