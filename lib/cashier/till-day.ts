import type { Actor } from '@/lib/auth/actor';
import {
  fromOperations,
  type NamedOperation,
  readerRights,
  selectOperations,
  toOperationView,
} from '@/lib/cashier/operation-select';
import { dayLines } from '@/lib/cashier/till-day-filter';
import { tillReader } from '@/lib/cashier/till-reader';
import type { TillDayView, TillLine, TillTotals } from '@/lib/cashier/till-types';
import type { MoneyKind, TillKind } from '@/lib/cashier/till-words';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';

/** As the address of the page carries it; unknown values are left out. `day`: `2026-11-22`, without it today. */
export type TillFilter = {
  day?: string;
  kind?: string;
  asset?: string;
  moneyKind?: string;
  status?: string;
  /** A number of a wallet, a receipt or an operation. */
  search?: string;
  /** For those who see all: one cashier's only. */
  cashierId?: string;
};

const shownMost = 200;

type Line = NamedOperation & { line: 'operation' | 'reversal'; at: Date };

/**
 * The day's operations, newest first: a cashier's own (today and yesterday); all, of any day, for seniors, admins and
 * accountants. `most`: how many lines at most. Throws `not_signed_in`, `cashier_off`.
 */
export async function tillDay(
  actor: Actor,
  filter: TillFilter = {},
  { most = shownMost }: { most?: number } = {},
): Promise<TillDayView> {
  const reader = await tillReader(actor);
  const [{ day, sql, params }, rights] = await Promise.all([dayLines(reader, filter), readerRights(reader)]);
  const rows = await query<Line>(
    `${selectOperations}, lines.line, lines.at ${fromOperations} JOIN ${sql} ON lines.id = o.id
     ORDER BY lines.at DESC, o.number DESC, lines.line DESC LIMIT $${params.length + 1}`,
    [...params, most + 1],
  );
  return {
    day: day.day,
    from: day.from.toISOString(),
    to: day.to.toISOString(),
    lines: rows
      .slice(0, most)
      .map(
        (row): TillLine => ({ ...toOperationView(row, rights), line: row.line, at: row.at.toISOString() }),
      ),
    more: rows.length > most,
  };
}

type Sum = {
  asset: string;
  scale: number;
  line: 'operation' | 'reversal';
  kind: TillKind;
  moneyKind: MoneyKind;
  /** Whether real money changed hands. */
  real: boolean;
  count: bigint;
  amountUnits: bigint;
  feeUnits: bigint;
};

/** What the day comes to by the same filter as its list. Throws `not_signed_in`, `cashier_off`. */
export async function tillTotals(actor: Actor, filter: TillFilter = {}): Promise<TillTotals> {
  const { sql, params } = await dayLines(await tillReader(actor), filter);
  const [sums, [waiting]] = await Promise.all([
    query<Sum>(
      `SELECT o.asset_code AS asset, a.scale, lines.line, o.kind, o.money_kind AS "moneyKind",
         o.kind = 'top_up' OR o.reason = 'paid_out' AS real, count(*) AS count,
         sum(o.amount_units)::bigint AS "amountUnits", sum(o.fee_units)::bigint AS "feeUnits"
       FROM till_operations o JOIN assets a ON a.code = o.asset_code JOIN ${sql} ON lines.id = o.id
       WHERE o.status IN ('done', 'reversed')
       GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 4, 3, 5, 6`,
      params,
    ),
    query<{ count: bigint }>(
      `SELECT count(*) AS count FROM till_operations o JOIN ${sql} ON lines.id = o.id
       WHERE o.status = 'awaiting_approval'`,
      params,
    ),
  ]);
  return { totals: totalsOf(sums), flow: flowOf(sums), waiting: Number(waiting?.count ?? 0) };
}

/** With and without real money together: what a write-off was for does not make another total. */
function totalsOf(sums: Sum[]): TillTotals['totals'] {
  const groups = new Map<string, Sum>();
  for (const sum of sums) {
    const key = [sum.asset, sum.kind, sum.line, sum.moneyKind].join(' ');
    const known = groups.get(key);
    groups.set(key, {
      ...sum,
      count: sum.count + (known?.count ?? 0n),
      amountUnits: sum.amountUnits + (known?.amountUnits ?? 0n),
      feeUnits: sum.feeUnits + (known?.feeUnits ?? 0n),
    });
  }
  return [...groups.values()].map(({ real: _, count, amountUnits, feeUnits, ...total }) => ({
    ...total,
    count: Number(count),
    amount: formatUnits(amountUnits, total.scale),
    fee: formatUnits(feeUnits, total.scale),
  }));
}

/** A top-up brings money in, a payout takes it out, and taking back is the opposite. */
function flowOf(sums: Sum[]): TillTotals['flow'] {
  const flows = new Map<string, { scale: number; cameIn: bigint; wentOut: bigint }>();
  for (const { asset, scale, line, kind, real, amountUnits } of sums) {
    const flow = flows.get(asset) ?? { scale, cameIn: 0n, wentOut: 0n };
    const isIn = (kind === 'top_up') === (line === 'operation');
    if (real && isIn) flow.cameIn += amountUnits;
    if (real && !isIn) flow.wentOut += amountUnits;
    flows.set(asset, flow);
  }
  return [...flows].map(([asset, { scale, cameIn, wentOut }]) => ({
    asset,
    scale,
    cameIn: formatUnits(cameIn, scale),
    wentOut: formatUnits(wentOut, scale),
    net: formatUnits(cameIn - wentOut, scale),
  }));
}
