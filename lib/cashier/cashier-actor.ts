import { type Actor, requireUser, type UserActor } from '@/lib/auth/actor';
import { type Queryable, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';

/** What an active cashier may. `limits` by asset, in units; null means any. */
export type CashierRights = {
  userId: string;
  mayWriteOff: boolean;
  senior: boolean;
  hasDrawer: boolean;
  limits: Map<string, CashierLimits>;
  /** His open shift. */
  shiftId: string | null;
};

export type CashierLimits = { operationUnits: bigint | null; dayUnits: bigint | null };

/** An active cashier at the till, with his rights as they stand now. */
export type CashierActor = CashierRights & { actor: UserActor };

/**
 * The cashier who asks. Read anew by every command and page, so that a suspended one may nothing from his next request
 * on. Throws `not_signed_in`, `cashier_off` (never named, suspended, or the account is disabled).
 */
export async function requireCashier(actor: Actor, db: Queryable = { query }): Promise<CashierActor> {
  const user = requireUser(actor);
  const rights = await cashierRights(db, user.userId);
  return rights ? { ...rights, actor: user } : fail('cashier_off');
}

/**
 * The same, locked until the transaction ends: what one cashier does is done one after the other, so that limits of the
 * day count, and neither a suspension nor the end of a shift slips between.
 */
export async function lockCashier(tx: Tx, actor: Actor): Promise<CashierActor> {
  const user = requireUser(actor);
  await lockCashiers(tx, [user.userId]);
  return requireCashier(user, tx);
}

/** Locks several in one order for everybody. Those who are none are left out. */
export async function lockCashiers(tx: Tx, userIds: string[]): Promise<void> {
  await tx.query(
    'SELECT user_id FROM cashiers WHERE user_id = ANY ($1) ORDER BY user_id FOR NO KEY UPDATE',
    [[...new Set(userIds)]],
    'cashiers_locked',
  );
}

/** What that person may at the till now; null: nothing. Asks nobody's rights. */
export async function cashierRights(db: Queryable, userId: string): Promise<CashierRights | null> {
  const [row] = await db.query<Omit<CashierRights, 'limits'> & { limits: LimitRow[] }>(
    `SELECT c.user_id AS "userId", c.may_write_off AS "mayWriteOff", c.senior, c.has_drawer AS "hasDrawer",
       (SELECT id FROM shifts WHERE cashier_id = c.user_id AND closed_at IS NULL) AS "shiftId",
       coalesce((SELECT json_agg(json_build_array(asset_code, operation_units::text, day_units::text))
         FROM cashier_limits WHERE user_id = c.user_id), '[]') AS limits
     FROM cashiers c JOIN users u ON u.id = c.user_id
     WHERE c.user_id = $1 AND c.suspended_at IS NULL AND u.disabled_at IS NULL`,
    [userId],
    'cashier_rights',
  );
  if (!row) return null;
  return { ...row, limits: new Map(row.limits.map(([asset, ...units]) => [asset, limitsOf(units)])) };
}

/** Asset and units as text: a JSON number would lose digits. */
type LimitRow = [string, string | null, string | null];

function limitsOf([operation, day]: [string | null, string | null]): CashierLimits {
  return {
    operationUnits: operation === null ? null : BigInt(operation),
    dayUnits: day === null ? null : BigInt(day),
  };
}
