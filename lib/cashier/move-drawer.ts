import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { lockCashier, requireCashier } from '@/lib/cashier/cashier-actor';
import { drawerAssets } from '@/lib/cashier/drawer-count';
import { collectedAccount, drawerAccount } from '@/lib/cashier/operation-ledger';
import { readUnits } from '@/lib/cashier/plan-amount';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { tellingTillShortage } from '@/lib/cashier/till-shortage';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { houseAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';

export const moveDrawerInput = z.object({
  asset: z.string('fields.choice').regex(/^[A-Z0-9]{2,10}$/, 'fields.choice'),
  direction: z.enum(['bring', 'collect'], 'fields.choice'),
  amount: z.string('fields.required').trim().min(1, 'fields.required').max(60, 'fields.amount'),
  note: optionalLongText(500),
  idempotencyKey: z.uuid(),
});

type Move = z.output<typeof moveDrawerInput>;

/**
 * Brings cash into one's own drawer from the safe, or collects from it. What is collected is on the way until a second
 * person has received it (`decideCollected`): a shortage cannot be hidden by writing down that it went into the safe.
 * Input: `asset`, `direction` (`bring`, `collect`), `amount`, `note`, `idempotencyKey`. Throws `shift_closed`,
 * `drawer_not_enough`, `cashier_off`, `cashier_asset`, `forbidden` (no drawer), `invalid_input`, `idempotency_mismatch`.
 */
export async function moveDrawer({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<{ moveId: string }> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'move_drawer', given: givenFields(input) }, async () => {
    await requireCashier(user);
    const given = parseInput(moveDrawerInput, input);
    return tellingTillShortage(() => inTransaction((tx) => move(tx, actor, given)));
  });
}

async function move(tx: Tx, actor: Actor, given: Move): Promise<{ moveId: string }> {
  const { userId, hasDrawer, shiftId } = await lockCashier(tx, actor);
  if (!hasDrawer) fail('forbidden');
  const { asset, direction, note } = given;
  const drawer = (await drawerAssets(tx, userId)).find((one) => one.asset === asset);
  if (!drawer) return fail('cashier_asset', { params: { asset } });
  const units = readUnits(given.amount, drawer.scale);
  const isBrought = direction === 'bring';
  const amountUnits = isBrought ? units : -units;
  const earlier = await earlierMove(tx, given.idempotencyKey);
  if (earlier) {
    const same = earlier.cashierId === userId && earlier.asset === asset && earlier.note === note;
    return same && earlier.amountUnits === amountUnits
      ? { moveId: earlier.id }
      : fail('idempotency_mismatch');
  }
  if (shiftId === null) fail('shift_closed');
  const moveId = newId('drw');
  const at = now();
  const inserted = await tx.query(
    `INSERT INTO drawer_moves (id, shift_id, cashier_id, asset_code, amount_units, note, idempotency_key, created_at,
       decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [moveId, shiftId, userId, asset, amountUnits, note, given.idempotencyKey, at, isBrought ? at : null],
  );
  if (inserted.length === 0) fail('idempotency_mismatch');
  const after = { shiftId, asset, amountUnits, note };
  await audit(tx, { actor, action: `till.drawer_${direction}`, subject: moveId, after });
  await post(tx, {
    key: `drawer-move:${moveId}`,
    kind: 'drawer_move',
    subject: moveId,
    actor: actorLabel(actor).name,
    note,
    postings: [
      { account: drawerAccount(userId, asset), amountUnits },
      {
        account: isBrought ? houseAccount('capital', asset) : collectedAccount(userId, asset),
        amountUnits: -amountUnits,
      },
    ],
  });
  tellAfterCommit(tx, 'till');
  return { moveId };
}

type Earlier = { id: string; cashierId: string; asset: string; amountUnits: bigint; note: string };

function earlierMove(tx: Tx, idempotencyKey: string): Promise<Earlier | null> {
  return tx.maybeOne<Earlier>(
    `SELECT id, cashier_id AS "cashierId", asset_code AS asset, amount_units AS "amountUnits", note
     FROM drawer_moves WHERE idempotency_key = $1`,
    [idempotencyKey],
  );
}
