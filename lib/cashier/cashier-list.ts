import { type Actor, requireRole } from '@/lib/auth/actor';
import { cashierVersion } from '@/lib/cashier/cashier-version';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { formatUnits, formatUnitsShort } from '@/lib/money';
import { officeSettings } from '@/lib/settings';

/** What he may move of an asset; amounts as decimals, null: any. */
export type CashierLimitView = { asset: string; operation: string | null; day: string | null };

/** What he did today (office's time zone) of an asset; what was taken back does not count. */
export type CashierTodayView = { asset: string; toppedUp: string; writtenOff: string; operations: number };

export type CashierRow = {
  userId: string;
  name: string;
  email: string;
  /** `disabled`: nobody can sign in with the account, so he works as little as a suspended one. */
  state: 'active' | 'suspended' | 'disabled';
  mayWriteOff: boolean;
  senior: boolean;
  hasDrawer: boolean;
  createdAt: Date;
  createdBy: string;
  suspendedAt: Date | null;
  /** When his present shift was opened; null: none is. */
  shiftOpenedAt: Date | null;
  limits: CashierLimitView[];
  today: CashierTodayView[];
  /** What his form is filled from, for it to send back. */
  version: string;
};

type Found = Omit<CashierRow, 'state' | 'limits' | 'today' | 'version'> & {
  disabled: boolean;
  limits: { asset: string; scale: number; operationUnits: string | null; dayUnits: string | null }[];
  today: { asset: string; scale: number; toppedUp: string; writtenOff: string; operations: number }[];
};

/** Every cashier there is or was, those who work first. Admins only. */
export async function cashierList(actor: Actor): Promise<CashierRow[]> {
  requireRole(actor, 'admin');
  return load(null);
}

/** One cashier. Admins only. Throws `not_found`. */
export async function loadCashier(actor: Actor, userId: string): Promise<CashierRow> {
  requireRole(actor, 'admin');
  if (!isId('usr', userId)) fail('not_found');
  const [row] = await load(userId);
  return row ?? fail('not_found');
}

async function load(userId: string | null): Promise<CashierRow[]> {
  const { timeZone } = await officeSettings();
  // Units travel through JSON as text: as numbers they would lose their last digits.
  const rows = await query<Found>(
    `SELECT c.user_id AS "userId", u.name, u.email, u.disabled_at IS NOT NULL AS disabled,
       c.may_write_off AS "mayWriteOff", c.senior, c.has_drawer AS "hasDrawer", c.created_at AS "createdAt",
       c.created_by AS "createdBy", c.suspended_at AS "suspendedAt",
       (SELECT opened_at FROM shifts WHERE cashier_id = c.user_id AND closed_at IS NULL) AS "shiftOpenedAt",
       coalesce(l.limits, '[]') AS limits, coalesce(t.today, '[]') AS today
     FROM cashiers c JOIN users u ON u.id = c.user_id
     LEFT JOIN LATERAL (
       SELECT json_agg(json_build_object('asset', asset_code, 'scale', s.scale,
         'operationUnits', operation_units::text, 'dayUnits', day_units::text) ORDER BY asset_code) AS limits
       FROM cashier_limits JOIN assets s ON s.code = asset_code WHERE user_id = c.user_id
     ) l ON true
     LEFT JOIN LATERAL (
       SELECT json_agg(json_build_object('asset', asset, 'scale', scale, 'toppedUp', topped_up::text,
         'writtenOff', written_off::text, 'operations', operations) ORDER BY asset) AS today
       FROM (
         SELECT o.asset_code AS asset, s.scale, count(*)::int AS operations,
           coalesce(sum(o.amount_units) FILTER (WHERE o.kind = 'top_up'), 0) AS topped_up,
           coalesce(sum(o.amount_units) FILTER (WHERE o.kind = 'write_off'), 0) AS written_off
         FROM till_operations o JOIN assets s ON s.code = o.asset_code
         WHERE o.cashier_id = c.user_id AND o.status = 'done'
           AND o.created_at >= date_trunc('day', $2::timestamptz, $3)
         GROUP BY 1, 2
       ) sums
     ) t ON true
     WHERE $1::text IS NULL OR c.user_id = $1
     ORDER BY c.suspended_at IS NOT NULL, u.email`,
    [userId, now(), timeZone],
  );
  return rows.map(toRow);
}

function toRow({ disabled, limits, today, ...row }: Found): CashierRow {
  const decimal = (units: string | null, scale: number) =>
    units === null ? null : formatUnitsShort(BigInt(units), scale);
  return {
    ...row,
    version: cashierVersion({ ...row, limits }),
    state: disabled ? 'disabled' : row.suspendedAt ? 'suspended' : 'active',
    limits: limits.map(({ asset, scale, operationUnits, dayUnits }) => ({
      asset,
      operation: decimal(operationUnits, scale),
      day: decimal(dayUnits, scale),
    })),
    today: today.map(({ asset, scale, toppedUp, writtenOff, operations }) => ({
      asset,
      toppedUp: formatUnits(BigInt(toppedUp), scale),
      writtenOff: formatUnits(BigInt(writtenOff), scale),
      operations,
    })),
  };
}
