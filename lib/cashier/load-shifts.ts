import { countView } from '@/lib/cashier/drawer-count';
import type { DrawerCount, DrawerMoveView, ShiftView } from '@/lib/cashier/till-types';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';

type ShiftRow = {
  id: string;
  cashierId: string;
  cashierName: string;
  openedAt: Date;
  closedAt: Date | null;
  openNote: string;
  closeNote: string;
  waiting: bigint;
};

type CountRow = {
  shiftId: string;
  asset: string;
  scale: number;
  titles: { en: string; ru: string };
  openCounted: bigint;
  openExpected: bigint;
  closeCounted: bigint | null;
  closeExpected: bigint | null;
};

type MoveRow = {
  id: string;
  shiftId: string;
  asset: string;
  scale: number;
  units: bigint;
  note: string;
  at: Date;
  decided: boolean;
  decidedBy: string | null;
  returnReason: string | null;
};

type NowRow = { cashierId: string; asset: string; scale: number; units: bigint };

/**
 * Shifts with their counts and moves, newest first. `condition`: trusted SQL over `shifts s`, never anything typed.
 * Asks nobody's rights.
 */
export async function loadShifts(condition: string, params: unknown[], most: number): Promise<ShiftView[]> {
  const shifts = await query<ShiftRow>(
    `SELECT s.id, s.cashier_id AS "cashierId", coalesce(nullif(u.name, ''), u.email) AS "cashierName",
       s.opened_at AS "openedAt", s.closed_at AS "closedAt", s.open_note AS "openNote", s.close_note AS "closeNote",
       (SELECT count(*) FROM till_operations o
        WHERE o.cashier_id = s.cashier_id AND o.status = 'awaiting_approval') AS waiting
     FROM shifts s JOIN users u ON u.id = s.cashier_id
     WHERE ${condition} ORDER BY s.opened_at DESC, s.id LIMIT ${most}`,
    params,
  );
  if (shifts.length === 0) return [];
  const ids = shifts.map(({ id }) => id);
  const open = shifts.filter(({ closedAt }) => closedAt === null).map(({ cashierId }) => cashierId);
  const [counts, moves, balances] = await Promise.all([countsOf(ids), movesOf(ids), balancesOf(open)]);
  return shifts.map((shift) => ({
    id: shift.id,
    cashier: { id: shift.cashierId, name: shift.cashierName },
    openedAt: shift.openedAt.toISOString(),
    closedAt: shift.closedAt?.toISOString() ?? null,
    openNote: shift.openNote,
    closeNote: shift.closeNote,
    opened: counts.filter(({ shiftId }) => shiftId === shift.id).map(openedView),
    closed: counts.filter(({ shiftId }) => shiftId === shift.id).flatMap(closedView),
    now:
      shift.closedAt === null
        ? balances.filter(({ cashierId }) => cashierId === shift.cashierId).map(nowView)
        : [],
    moves: moves.filter(({ shiftId }) => shiftId === shift.id).map(moveView),
    waiting: Number(shift.waiting),
  }));
}

function countsOf(ids: string[]): Promise<CountRow[]> {
  return query<CountRow>(
    `SELECT c.shift_id AS "shiftId", c.asset_code AS asset, a.scale, a.titles,
       c.open_counted_units AS "openCounted", c.open_expected_units AS "openExpected",
       c.close_counted_units AS "closeCounted", c.close_expected_units AS "closeExpected"
     FROM shift_counts c JOIN assets a ON a.code = c.asset_code WHERE c.shift_id = ANY ($1) ORDER BY 2`,
    [ids],
  );
}

function movesOf(ids: string[]): Promise<MoveRow[]> {
  return query<MoveRow>(
    `SELECT m.id, m.shift_id AS "shiftId", m.asset_code AS asset, a.scale, m.amount_units AS units, m.note,
       m.created_at AS at, m.decided_at IS NOT NULL AS decided, m.return_reason AS "returnReason",
       coalesce(nullif(u.name, ''), u.email) AS "decidedBy"
     FROM drawer_moves m JOIN assets a ON a.code = m.asset_code LEFT JOIN users u ON u.id = m.decided_by
     WHERE m.shift_id = ANY ($1)
     ORDER BY m.created_at DESC, m.id`,
    [ids],
  );
}

function balancesOf(cashierIds: string[]): Promise<NowRow[]> {
  return query<NowRow>(
    `SELECT l.owner AS "cashierId", l.asset_code AS asset, a.scale, b.balance_units AS units
     FROM ledger_accounts l JOIN ledger_balances b ON b.account_id = l.id JOIN assets a ON a.code = l.asset_code
     WHERE l.kind = 'drawer' AND l.owner = ANY ($1) ORDER BY 2`,
    [cashierIds],
  );
}

function openedView({ openCounted, openExpected, ...count }: CountRow): DrawerCount {
  return countView({ ...count, countedUnits: openCounted, expectedUnits: openExpected });
}

function closedView({ closeCounted, closeExpected, ...count }: CountRow): DrawerCount[] {
  if (closeCounted === null || closeExpected === null) return [];
  return [countView({ ...count, countedUnits: closeCounted, expectedUnits: closeExpected })];
}

function nowView({ asset, scale, units }: NowRow) {
  return { asset, scale, balance: formatUnits(units, scale) };
}

function moveView({
  id,
  asset,
  scale,
  units,
  note,
  at,
  decided,
  decidedBy,
  returnReason,
}: MoveRow): DrawerMoveView {
  return {
    id,
    asset,
    scale,
    direction: units > 0n ? 'bring' : 'collect',
    amount: formatUnits(units > 0n ? units : -units, scale),
    note,
    at: at.toISOString(),
    state: decided ? (returnReason === null ? 'done' : 'returned') : 'waiting',
    decidedBy,
    returnReason,
  };
}
