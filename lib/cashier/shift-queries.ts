import type { Actor } from '@/lib/auth/actor';
import { requireCashier } from '@/lib/cashier/cashier-actor';
import { drawerAssets } from '@/lib/cashier/drawer-count';
import { loadShifts } from '@/lib/cashier/load-shifts';
import { tillReader } from '@/lib/cashier/till-reader';
import type { DrawerBalance, ShiftView } from '@/lib/cashier/till-types';
import { query } from '@/lib/db';
import { fail } from '@/lib/errors';
import { isId } from '@/lib/ids';
import { formatUnits } from '@/lib/money';

const shownMost = 50;

/** The cashier's own open shift, or null. Throws `not_signed_in`, `cashier_off`. */
export async function currentShift(actor: Actor): Promise<ShiftView | null> {
  const { shiftId } = await requireCashier(actor);
  if (shiftId === null) return null;
  const [shift] = await loadShifts('s.id = $1', [shiftId], 1);
  return shift ?? null;
}

/** One shift: one's own; any for seniors, admins and accountants. Throws `not_found`, `cashier_off`. */
export async function shiftView(actor: Actor, shiftId: string): Promise<ShiftView> {
  const { all, userId } = await tillReader(actor);
  if (!isId('shf', shiftId)) return fail('not_found');
  const [shift] = await loadShifts('s.id = $1 AND ($2 OR s.cashier_id = $3)', [shiftId, all, userId], 1);
  return shift ?? fail('not_found');
}

/**
 * Fifty shifts, newest first: one's own; all for seniors, admins and accountants. `differing`: only with a difference;
 * `before`: opened before that moment (ISO 8601). Throws `cashier_off`.
 */
export async function recentShifts(
  actor: Actor,
  { cashierId, differing = false, before }: { cashierId?: string; differing?: boolean; before?: string } = {},
): Promise<ShiftView[]> {
  const { all, userId } = await tillReader(actor);
  const until = before && !Number.isNaN(Date.parse(before)) ? new Date(before) : null;
  return loadShifts(
    `($1::text IS NULL OR s.cashier_id = $1) AND ($2::timestamptz IS NULL OR s.opened_at < $2) AND (NOT $3 OR EXISTS (
       SELECT 1 FROM shift_counts c WHERE c.shift_id = s.id AND (c.open_counted_units <> c.open_expected_units
         OR c.close_counted_units <> c.close_expected_units)))`,
    [all ? (cashierId?.replaceAll('\0', '') ?? null) : userId, until, differing],
    shownMost,
  );
}

type BalanceRow = {
  cashierId: string;
  name: string;
  asset: string;
  scale: number;
  units: bigint;
  open: boolean;
};

/** What is in the drawers now: one's own; all for seniors, admins and accountants. Throws `cashier_off`. */
export async function drawerBalances(actor: Actor): Promise<DrawerBalance[]> {
  const { all, userId } = await tillReader(actor);
  const rows = await query<BalanceRow>(
    `SELECT l.owner AS "cashierId", coalesce(nullif(u.name, ''), u.email) AS name, l.asset_code AS asset, a.scale,
       b.balance_units AS units,
       EXISTS (SELECT 1 FROM shifts WHERE cashier_id = l.owner AND closed_at IS NULL) AS open
     FROM ledger_accounts l JOIN ledger_balances b ON b.account_id = l.id JOIN assets a ON a.code = l.asset_code
       JOIN users u ON u.id = l.owner
     WHERE l.kind = 'drawer' AND ($1 OR l.owner = $2) AND (b.balance_units <> 0 OR l.owner = $2)
     ORDER BY l.owner <> $2, name, l.asset_code`,
    [all, userId],
  );
  return rows.map(({ cashierId, name, asset, scale, units, open }) => ({
    cashier: { id: cashierId, name },
    asset,
    scale,
    balance: formatUnits(units, scale),
    shiftOpen: open,
  }));
}

/**
 * The assets that are counted at both ends of a shift: his, and whatever lies in his drawer besides. With a shift's id
 * those of its cashier, for whoever may close it.
 */
export async function drawerToCount(
  actor: Actor,
  shiftId?: string,
): Promise<{ asset: string; scale: number; titles: { en: string; ru: string } }[]> {
  const assets = await drawerAssets({ query }, await countedCashier(actor, shiftId));
  return assets.map(({ asset, scale, titles }) => ({ asset, scale, titles }));
}

/** Whose drawer is counted. Throws `cashier_off`, `not_found`, `forbidden`. */
async function countedCashier(actor: Actor, shiftId?: string): Promise<string> {
  if (shiftId === undefined) return (await requireCashier(actor)).userId;
  const { cashier } = await shiftView(actor, shiftId);
  const { userId, second } = await tillReader(actor);
  return cashier.id === userId || second ? cashier.id : fail('forbidden');
}
