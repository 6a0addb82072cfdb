import type { Actor } from '@/lib/auth/actor';
import { cashierRights } from '@/lib/cashier/cashier-actor';
import { officeDayOf } from '@/lib/cashier/office-day';
import {
  fromOperations,
  type NamedOperation,
  type ReaderRights,
  readerRights,
  selectOperations,
  toOperationView,
} from '@/lib/cashier/operation-select';
import { movedSince, tillAssets } from '@/lib/cashier/till-asset';
import { requireSecond, tillReader } from '@/lib/cashier/till-reader';
import type { ApprovalView } from '@/lib/cashier/till-types';
import type { TillStatus } from '@/lib/cashier/till-words';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { AppError, fail } from '@/lib/errors';
import { walletAccount } from '@/lib/ledger/accounts';
import { balanceOf } from '@/lib/ledger/queries';
import { formatUnits } from '@/lib/money';
import { officeSettings } from '@/lib/settings';

const shownMost = 50;

/** What waits for a second person, oldest first, his own left in (he sees that they wait). Seniors and admins only. */
export async function waitingApprovals(actor: Actor): Promise<ApprovalView[]> {
  const rights = await readerRights(await requireSecond(actor));
  const rows = await query<NamedOperation>(
    `${selectOperations} ${fromOperations} WHERE o.status = 'awaiting_approval'
     ORDER BY o.created_at, o.number LIMIT ${shownMost}`,
  );
  // One after the other: a long queue at once would take every connection there is.
  const views: ApprovalView[] = [];
  for (const row of rows) views.push(await toApprovalView(row, rights));
  return views;
}

/** How many wait, cash on the way among them, for a badge: 0 for whoever may not approve. His own are not his to decide. */
export async function waitingApprovalCount(actor: Actor): Promise<number> {
  if (actor.kind !== 'user') return 0;
  try {
    const { second, userId } = await tillReader(actor);
    if (!second) return 0;
    const [row] = await query<{ count: bigint }>(
      `SELECT (SELECT count(*) FROM till_operations
         WHERE status = 'awaiting_approval' AND cashier_id <> $1 AND user_id <> $1)
       + (SELECT count(*) FROM drawer_moves WHERE decided_at IS NULL AND cashier_id <> $1) AS count`,
      [userId],
      'approval_count',
    );
    return Number(row?.count ?? 0);
  } catch (error) {
    if (error instanceof AppError) return 0;
    throw error;
  }
}

async function toApprovalView(row: NamedOperation, rights: ReaderRights): Promise<ApprovalView> {
  const { assetCode: asset, cashierId, scale, kind } = row;
  const { timeZone } = await officeSettings();
  const { from } = officeDayOf(now(), timeZone);
  const [balance, cashier, [rules], used, sameReceipts] = await Promise.all([
    balanceOf(walletAccount(row.userId, asset)),
    cashierRights({ query }, cashierId),
    tillAssets({ query }, [asset]),
    movedSince({ query }, { cashierId, asset, from }),
    sameReceiptsOf(row),
  ]);
  if (!rules) return fail('not_found');
  const limits = cashier?.limits.get(asset);
  const text = (units: bigint | null | undefined) => (units == null ? null : formatUnits(units, scale));
  return {
    ...toOperationView(row, rights),
    holderName: row.holderName,
    holderEmail: row.holderEmail,
    balance: formatUnits(-balance.balanceUnits, scale),
    available: formatUnits(-balance.balanceUnits - balance.heldUnits, scale),
    operationLimit: text(limits?.operationUnits),
    dayLimit: text(limits?.dayUnits),
    dayUsed: formatUnits(used, scale),
    threshold: text(kind === 'top_up' ? rules.topUpApprovalUnits : rules.writeOffApprovalUnits),
    sameReceipts,
  };
}

type SameReceipt = {
  id: string;
  number: number;
  cashierName: string;
  amountUnits: bigint;
  asset: string;
  scale: number;
  at: Date;
  status: TillStatus;
};

/** Every top-up with that number of that kind of money, those taken back among them. */
async function sameReceiptsOf(row: NamedOperation): Promise<ApprovalView['sameReceipts']> {
  if (row.kind !== 'top_up') return [];
  const rows = await query<SameReceipt>(
    `SELECT o.id, o.number, coalesce(nullif(c.name, ''), c.email) AS "cashierName",
       o.amount_units AS "amountUnits", o.asset_code AS asset, a.scale, o.created_at AS at, o.status
     FROM till_operations o JOIN users c ON c.id = o.cashier_id JOIN assets a ON a.code = o.asset_code
     WHERE o.kind = 'top_up' AND o.money_kind = $1 AND o.receipt_key = $2 AND o.id <> $3
     ORDER BY o.created_at DESC LIMIT 20`,
    [row.moneyKind, row.receiptKey, row.id],
  );
  return rows.map(({ amountUnits, scale, at, ...same }) => ({
    ...same,
    amount: formatUnits(amountUnits, scale),
    at: at.toISOString(),
  }));
}
