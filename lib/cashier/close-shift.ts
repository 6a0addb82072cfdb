import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { lockCashiers } from '@/lib/cashier/cashier-actor';
import { type Counted, drawerAssets, readCounts, requireExplained } from '@/lib/cashier/drawer-count';
import { toAudit } from '@/lib/cashier/open-shift';
import { postDifference } from '@/lib/cashier/post-difference';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { tillReader } from '@/lib/cashier/till-reader';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';

const closeInput = z.object({ shiftId: z.string().max(60), note: optionalLongText(500) });

type Given = z.output<typeof closeInput> & { actor: Actor; input: unknown };

/**
 * Closes a shift with a counted drawer. Input: `shiftId`, `counted.<asset>`, `note`. One's own; a senior cashier or an
 * admin closes anybody's, as when a cashier was suspended. A difference is explained (field `note`, key
 * `drawerDifference`), posted and told to the office. The same count again changes nothing. Throws `shift_closed`,
 * `not_found`, `forbidden`, `cashier_off`, `invalid_input`.
 */
export async function closeShift({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<{ shiftId: string }> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'close_shift', given: givenFields(input) }, async () => {
    await tillReader(user);
    const form = parseInput(closeInput, input);
    await inTransaction((tx) => close(tx, { actor, input, ...form }));
    return { shiftId: form.shiftId };
  });
}

type ShiftRow = { cashierId: string; cashierName: string; closedAt: Date | null };

async function close(tx: Tx, { actor, input, shiftId, note }: Given): Promise<void> {
  const { cashierId } = await shiftOf(tx, shiftId);
  await lockCashiers(tx, [cashierId, requireUser(actor).userId]);
  const reader = await tillReader(actor, tx);
  const own = cashierId === reader.userId;
  if (!own && !reader.second) fail(reader.all ? 'forbidden' : 'not_found');
  // A suspended one who still reads the books counts his drawer no more by himself.
  if (own && !reader.second && !reader.cashier) fail('cashier_off');
  const { closedAt, cashierName } = await shiftOf(tx, shiftId);
  const counts = readCounts(await drawerAssets(tx, cashierId), input);
  if (closedAt !== null) return requireSame(tx, shiftId, counts);
  requireExplained(counts, note);
  await tx.query('UPDATE shifts SET closed_at = $2, close_note = $3 WHERE id = $1', [shiftId, now(), note]);
  await keepCounts(tx, shiftId, counts);
  const { name } = actorLabel(actor);
  const after = { counts: counts.map(toAudit), note, cashierId };
  await audit(tx, { actor, action: 'till.shift_close', subject: shiftId, after });
  const countedBy = own ? undefined : name;
  const difference = { shiftId, cashierId, cashierName, countedBy, by: name, counts, note };
  await postDifference(tx, { ...difference, end: 'close' });
  tellAfterCommit(tx, 'till');
}

async function shiftOf(tx: Tx, shiftId: string): Promise<ShiftRow> {
  if (!isId('shf', shiftId)) return fail('not_found');
  const shift = await tx.maybeOne<ShiftRow>(
    `SELECT s.cashier_id AS "cashierId", s.closed_at AS "closedAt", coalesce(nullif(u.name, ''), u.email) AS "cashierName"
     FROM shifts s JOIN users u ON u.id = s.cashier_id WHERE s.id = $1`,
    [shiftId],
  );
  return shift ?? fail('not_found');
}

/** What came into the drawer for the first time during the shift was not counted at its opening: it was nothing. */
async function keepCounts(tx: Tx, shiftId: string, counts: Counted[]): Promise<void> {
  await tx.query(
    `INSERT INTO shift_counts (shift_id, asset_code, open_counted_units, open_expected_units, close_counted_units,
       close_expected_units)
     SELECT $1, asset, 0, 0, counted, expected
     FROM unnest($2::text[], $3::bigint[], $4::bigint[]) AS given(asset, counted, expected)
     ON CONFLICT (shift_id, asset_code) DO UPDATE SET close_counted_units = excluded.close_counted_units,
       close_expected_units = excluded.close_expected_units`,
    [
      shiftId,
      counts.map(({ asset }) => asset),
      counts.map(({ countedUnits }) => countedUnits),
      counts.map(({ expectedUnits }) => expectedUnits),
    ],
  );
}

/** A form sent twice; any other count comes too late. */
async function requireSame(tx: Tx, shiftId: string, counts: Counted[]): Promise<void> {
  const kept = await tx.query<{ asset: string; units: bigint | null }>(
    'SELECT asset_code AS asset, close_counted_units AS units FROM shift_counts WHERE shift_id = $1',
    [shiftId],
  );
  const unitsOf = new Map(kept.map(({ asset, units }) => [asset, units]));
  if (counts.some(({ asset, countedUnits }) => unitsOf.get(asset) !== countedUnits)) fail('shift_closed');
}
