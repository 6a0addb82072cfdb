import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, requireRole } from '@/lib/auth/actor';
import { lockTarget } from '@/lib/auth/staff-target';
import { setCashierRole } from '@/lib/cashier/cashier-role';
import { cashierVersion } from '@/lib/cashier/cashier-version';
import { refuseStale } from '@/lib/catalog/form-version';
import { checkField, optionalAmountField } from '@/lib/catalog/input-fields';
import { requireOrder } from '@/lib/catalog/limits';
import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';

export type CashierRights = { mayWriteOff: boolean; senior: boolean; hasDrawer: boolean };
export type LimitUnits = { asset: string; operationUnits: bigint | null; dayUnits: bigint | null };

type Kept = CashierRights & { suspended: boolean };

/**
 * Names an account a cashier, or changes what he may. A new one works from his next request on: he gets the role
 * with it. A suspended one stays suspended. Only confirmed accounts that are not disabled; accounts of admins by an
 * owner alone, as with every role. Fields: `mayWriteOff`, `senior`, `hasDrawer`, `assets` (codes that he works with),
 * and `operation.<asset>`, `day.<asset>` as decimals, where nothing means any. Admins only.
 *
 * Throws `forbidden`, `not_found`, `email_not_confirmed`, `invalid_input`; `form_stale` where
 * somebody has changed or named him since the form was opened; `in_use` where a drawer is taken away that
 * has money in it or stands open.
 */
export async function saveCashier({
  actor,
  userId,
  input,
}: {
  actor: Actor;
  userId: string;
  input: Record<string, unknown>;
}): Promise<void> {
  requireRole(actor, 'admin');
  const { limits, ...rights } = await readInput(input);
  await inTransaction(async (tx) => {
    const { target } = await lockTarget(tx, { actor, userId });
    if (!target.confirmed) fail('email_not_confirmed');
    if (target.disabled) fail('invalid_input', { fields: { form: { key: 'accountDisabled' } } });
    const before = await load(tx, userId);
    if (before) refuseStale(input.version, cashierVersion(before));
    if (before?.hasDrawer && !rights.hasDrawer) await requireEmptyDrawer(tx, userId);
    await tx.query(
      `INSERT INTO cashiers (user_id, may_write_off, senior, has_drawer, created_at, created_by, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $5)
       ON CONFLICT (user_id) DO UPDATE SET may_write_off = excluded.may_write_off, senior = excluded.senior,
         has_drawer = excluded.has_drawer, updated_at = excluded.updated_at`,
      [userId, rights.mayWriteOff, rights.senior, rights.hasDrawer, now(), nameOf(actor)],
    );
    await tx.query('DELETE FROM cashier_limits WHERE user_id = $1', [userId]);
    await tx.query(
      `INSERT INTO cashier_limits (user_id, asset_code, operation_units, day_units)
       SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bigint[])`,
      [
        userId,
        limits.map(({ asset }) => asset),
        limits.map(({ operationUnits }) => operationUnits),
        limits.map(({ dayUnits }) => dayUnits),
      ],
    );
    const suspended = before?.suspended ?? false;
    await setCashierRole(tx, userId, !suspended);
    await audit(tx, {
      actor,
      action: before ? 'cashier.update' : 'cashier.create',
      subject: userId,
      before,
      after: { ...rights, suspended, limits },
    });
  });
}

const rightsInput = z.object({ mayWriteOff: checkField, senior: checkField, hasDrawer: checkField });

async function readInput(input: unknown): Promise<CashierRights & { limits: LimitUnits[] }> {
  const assets = await query<{ code: string; scale: number }>(
    'SELECT w.asset_code AS code, a.scale FROM wallet_assets w JOIN assets a ON a.code = w.asset_code ORDER BY 1',
  );
  const codes = assets.map(({ code }) => code);
  const { assets: chosen } = parseInput(
    z.object({
      assets: z
        .array(
          z.string().refine((code) => codes.includes(code), 'fields.choice'),
          'fields.required',
        )
        .min(1, 'fields.required'),
    }),
    input,
  );
  const wanted = assets.filter(({ code }) => chosen.includes(code));
  // Of an asset that is not ticked nothing is read: what stands in its fields says nothing.
  const amounts = parseInput(
    z.object(
      Object.fromEntries(
        wanted.flatMap(({ code, scale }) => [
          [`operation.${code}`, optionalAmountField(scale)],
          [`day.${code}`, optionalAmountField(scale)],
        ]),
      ),
    ),
    input,
  );
  requireOrder(
    amounts,
    wanted.map(({ code }) => [`operation.${code}`, `day.${code}`]),
  );
  return {
    ...parseInput(rightsInput, input),
    limits: wanted.map(({ code }) => ({
      asset: code,
      operationUnits: amounts[`operation.${code}`] ?? null,
      dayUnits: amounts[`day.${code}`] ?? null,
    })),
  };
}

/** As it is, locked: two admins who save one cashier wait for each other. */
async function load(tx: Tx, userId: string): Promise<(Kept & { limits: LimitUnits[] }) | null> {
  const kept = await tx.maybeOne<Kept>(
    `SELECT may_write_off AS "mayWriteOff", senior, has_drawer AS "hasDrawer", suspended_at IS NOT NULL AS suspended
       FROM cashiers WHERE user_id = $1 FOR UPDATE`,
    [userId],
  );
  if (!kept) return null;
  const limits = await tx.query<LimitUnits>(
    `SELECT asset_code AS asset, operation_units AS "operationUnits", day_units AS "dayUnits"
       FROM cashier_limits WHERE user_id = $1 ORDER BY asset_code`,
    [userId],
  );
  return { ...kept, limits };
}

/** What lies in a drawer is collected and received first, or nobody would count it any more. */
async function requireEmptyDrawer(tx: Tx, userId: string): Promise<void> {
  const inUse = await tx.maybeOne(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM shifts WHERE cashier_id = $1 AND closed_at IS NULL)
        OR EXISTS (SELECT 1 FROM ledger_accounts a JOIN ledger_balances b ON b.account_id = a.id
                    WHERE a.kind IN ('drawer', 'collected') AND a.owner = $1 AND b.balance_units <> 0)`,
    [userId],
  );
  if (inUse) fail('in_use', { fields: { hasDrawer: { key: 'drawerInUse' } } });
}

function nameOf(actor: Actor): string {
  return actor.kind === 'user' ? actor.name || actor.email : actor.kind;
}
