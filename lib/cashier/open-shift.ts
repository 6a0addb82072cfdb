import { createHash } from 'node:crypto';
import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { lockCashier, requireCashier } from '@/lib/cashier/cashier-actor';
import { type Counted, drawerAssets, readCounts, requireExplained } from '@/lib/cashier/drawer-count';
import { postDifference } from '@/lib/cashier/post-difference';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';

const openInput = z.object({ note: optionalLongText(500), idempotencyKey: z.uuid() });

/**
 * Opens a shift with a counted drawer. Input: `counted.<asset>` for every asset of `drawerToCount`, `note`,
 * `idempotencyKey`. Where the count is not what the ledger says the note is required (field `note`, key
 * `drawerDifference`), the difference is posted and the office told. The same form again is the same shift.
 * Throws `shift_open`, `cashier_off`, `forbidden` (no drawer), `idempotency_mismatch`, `invalid_input`.
 */
export async function openShift({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<{ shiftId: string }> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'open_shift', given: givenFields(input) }, async () => {
    await requireCashier(user);
    const form = parseInput(openInput, input);
    return inTransaction((tx) => open(tx, { actor, input, ...form }));
  });
}

type Given = z.output<typeof openInput> & { actor: Actor; input: unknown };

async function open(tx: Tx, { actor, input, note, idempotencyKey }: Given): Promise<{ shiftId: string }> {
  const cashier = await lockCashier(tx, actor);
  if (!cashier.hasDrawer) fail('forbidden');
  const { userId } = cashier;
  const shiftId = shiftIdOf(userId, idempotencyKey);
  const counts = readCounts(await drawerAssets(tx, userId), input);
  if (await isThere(tx, shiftId, counts)) return { shiftId };
  if (cashier.shiftId !== null) fail('shift_open');
  requireExplained(counts, note);
  await tx.query('INSERT INTO shifts (id, cashier_id, opened_at, open_note) VALUES ($1, $2, $3, $4)', [
    shiftId,
    userId,
    now(),
    note,
  ]);
  await tx.query(
    `INSERT INTO shift_counts (shift_id, asset_code, open_counted_units, open_expected_units)
     SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bigint[])`,
    [
      shiftId,
      counts.map(({ asset }) => asset),
      counts.map(({ countedUnits }) => countedUnits),
      counts.map(({ expectedUnits }) => expectedUnits),
    ],
  );
  const { name } = actorLabel(actor);
  const after = { counts: counts.map(toAudit), note };
  await audit(tx, { actor, action: 'till.shift_open', subject: shiftId, after });
  await postDifference(tx, {
    shiftId,
    cashierId: userId,
    cashierName: name,
    by: name,
    end: 'open',
    counts,
    note,
  });
  tellAfterCommit(tx, 'till');
  return { shiftId };
}

/** What was counted and what was expected, for the audit. */
export function toAudit({ asset, countedUnits, expectedUnits }: Counted) {
  return { asset, countedUnits, expectedUnits };
}

/** From the form's key, so that the form sent again finds the shift it opened. */
function shiftIdOf(cashierId: string, idempotencyKey: string): string {
  const digest = createHash('sha256').update(`${cashierId} ${idempotencyKey}`).digest('hex');
  return `shf_${BigInt(`0x${digest.slice(0, 20)}`)
    .toString(32)
    .padStart(16, '0')}`;
}

async function isThere(tx: Tx, shiftId: string, counts: Counted[]): Promise<boolean> {
  const shift = await tx.maybeOne('SELECT 1 FROM shifts WHERE id = $1', [shiftId]);
  if (!shift) return false;
  const kept = await tx.query<{ asset: string; units: bigint }>(
    'SELECT asset_code AS asset, open_counted_units AS units FROM shift_counts WHERE shift_id = $1',
    [shiftId],
  );
  const unitsOf = new Map(counts.map(({ asset, countedUnits }) => [asset, countedUnits]));
  return kept.every(({ asset, units }) => unitsOf.get(asset) === units) || fail('idempotency_mismatch');
}
