import type { CashierRights } from '@/lib/cashier/cashier-actor';
import { officeDayOf } from '@/lib/cashier/office-day';
import { movedSince, type TillAsset } from '@/lib/cashier/till-asset';
import type { ApprovalReason, MoneyKind, TillKind } from '@/lib/cashier/till-words';
import { now } from '@/lib/clock';
import type { Queryable } from '@/lib/db';
import { fail } from '@/lib/errors';
import { officeSettings } from '@/lib/settings';

type Judged = {
  /** The operation itself, where it is there already. */
  id?: string;
  kind: TillKind;
  amountUnits: bigint;
  moneyKind: MoneyKind;
  receiptKey: string;
};

/** Why a second person has to be asked, as things stand now; nothing: nobody has to. */
export async function approvalReasonsOf(
  db: Queryable,
  { userId, limits }: CashierRights,
  rules: TillAsset,
  judged: Judged,
): Promise<ApprovalReason[]> {
  const { asset, topUpApprovalUnits, writeOffApprovalUnits } = rules;
  const { kind, amountUnits } = judged;
  const limit = limits.get(asset);
  const threshold = kind === 'top_up' ? topUpApprovalUnits : writeOffApprovalUnits;
  const above = (most: bigint | null | undefined) => most != null && amountUnits > most;
  const { timeZone } = await officeSettings(db);
  const { from } = officeDayOf(now(), timeZone);
  const dayUnits = limit?.dayUnits ?? null;
  const overDay =
    dayUnits !== null && (await movedSince(db, { cashierId: userId, asset, from })) + amountUnits > dayUnits;
  return [
    ...(above(limit?.operationUnits) ? ['over_operation' as const] : []),
    ...(overDay ? ['over_day' as const] : []),
    ...(above(threshold) ? ['threshold' as const] : []),
    ...((await isReceiptUsed(db, judged)) ? ['same_receipt' as const] : []),
  ];
}

/** So many operations of one cashier may wait for a second person: more than that nobody reads with care. */
export const mostWaiting = 20;

/** Throws `too_many_waiting` (params: count). Exact behind the cashier's lock. */
export async function requireRoomToWait(db: Queryable, cashierId: string): Promise<void> {
  const [row] = await db.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM till_operations WHERE cashier_id = $1 AND status = 'awaiting_approval'`,
    [cashierId],
    'till_waiting',
  );
  const count = row?.count ?? 0n;
  if (count >= BigInt(mostWaiting)) fail('too_many_waiting', { params: { count: count.toString() } });
}

/** Whether another top-up, done or waiting, has the same receipt number of the same kind of money. */
async function isReceiptUsed(db: Queryable, { id, kind, moneyKind, receiptKey }: Judged): Promise<boolean> {
  if (kind !== 'top_up') return false;
  const rows = await db.query(
    `SELECT 1 FROM till_operations WHERE kind = 'top_up' AND status IN ('awaiting_approval', 'done')
       AND money_kind = $1 AND receipt_key = $2 AND id <> $3 LIMIT 1`,
    [moneyKind, receiptKey, id ?? ''],
    'receipt_used',
  );
  return rows.length > 0;
}
