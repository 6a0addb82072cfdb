import { type OperationRow, operationColumnsOf } from '@/lib/cashier/operation-row';
import type { TillReader } from '@/lib/cashier/till-reader';
import type { OperationView } from '@/lib/cashier/till-types';
import { holderView } from '@/lib/cashier/wallet-holder';
import { addMinutes, now } from '@/lib/clock';
import { type Queryable, query } from '@/lib/db';
import { formatUnits } from '@/lib/money';
import { walletSettings } from '@/lib/wallet/wallet-settings';

/** An operation with the names that people read it by. */
export type NamedOperation = OperationRow & {
  scale: number;
  cashierName: string;
  holderNumber: string;
  holderName: string;
  holderEmail: string;
  topUpNumber: number | null;
  approvedByName: string | null;
  reversedByName: string | null;
};

const nameOf = (table: string) => `coalesce(nullif(${table}.name, ''), ${table}.email)`;

/** The select list and joins of a NamedOperation; `o` is the operation. */
export const selectOperations = `SELECT ${operationColumnsOf('o')}, a.scale, ${nameOf('c')} AS "cashierName",
  w.number AS "holderNumber", h.name AS "holderName", h.email AS "holderEmail", t.number AS "topUpNumber",
  ${nameOf('s')} AS "approvedByName", ${nameOf('r')} AS "reversedByName"`;

export const fromOperations = `FROM till_operations o
  JOIN assets a ON a.code = o.asset_code
  JOIN users c ON c.id = o.cashier_id
  JOIN users h ON h.id = o.user_id
  JOIN wallets w ON w.user_id = o.user_id
  LEFT JOIN top_ups t ON t.id = o.top_up_id
  LEFT JOIN users s ON s.id = o.approved_by
  LEFT JOIN users r ON r.id = o.reversed_by`;

/** What decides on the buttons beside an operation. */
export type ReaderRights = TillReader & { lastOwnId: string | null; ownReversalMinutes: number };

/** The reader with his last operation: the only one he may take back by himself. */
export async function readerRights(reader: TillReader): Promise<ReaderRights> {
  const [settings, lastOwnId] = await Promise.all([
    walletSettings(),
    reader.cashier ? lastOperationOf({ query }, reader.userId) : null,
  ]);
  return { ...reader, lastOwnId, ownReversalMinutes: settings.ownReversalMinutes };
}

/** The cashier's last operation whose money moved, or that waits. Declined ones were none. */
export async function lastOperationOf(db: Queryable, cashierId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    `SELECT id FROM till_operations WHERE cashier_id = $1 AND status <> 'declined'
     ORDER BY created_at DESC, number DESC LIMIT 1`,
    [cashierId],
    'last_operation',
  );
  return row?.id ?? null;
}

/** Until when a cashier may take his own operation back; null: he may not at all. */
export function reversibleUntil(
  row: Pick<OperationRow, 'id' | 'status' | 'approvedBy' | 'decidedAt'>,
  { lastOwnId, ownReversalMinutes }: { lastOwnId: string | null; ownReversalMinutes: number },
): Date | null {
  // What a second person allowed is not one person's to take back.
  if (row.status !== 'done' || row.id !== lastOwnId || row.approvedBy !== null || !row.decidedAt) return null;
  return addMinutes(row.decidedAt, ownReversalMinutes);
}

export function toOperationView(row: NamedOperation, reader: ReaderRights): OperationView {
  const { scale } = row;
  const text = (units: bigint) => formatUnits(units, scale);
  const own = row.cashierId === reader.userId;
  const second = reader.second && !own && row.userId !== reader.userId;
  const until = own && reader.cashier ? reversibleUntil(row, reader) : null;
  const waits = row.status === 'awaiting_approval';
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    cashier: { id: row.cashierId, name: row.cashierName },
    own,
    shiftId: row.shiftId,
    holder: holderView({ number: row.holderNumber, name: row.holderName, email: row.holderEmail }),
    asset: row.assetCode,
    scale,
    amount: text(row.amountUnits),
    fee: text(row.feeUnits),
    walletAmount: text(row.amountUnits - row.feeUnits),
    moneyKind: row.moneyKind,
    drawer: row.drawer,
    receiptNumber: row.receiptNumber,
    hasPicture: row.receiptFileId !== null,
    reason: row.reason,
    comment: row.comment,
    topUpId: row.topUpId,
    topUpNumber: row.topUpNumber,
    approvalFor: row.approvalFor,
    approvedBy: row.approvedByName,
    approvalNote: row.approvalNote,
    balanceAfter: row.balanceAfterUnits === null ? null : text(row.balanceAfterUnits),
    reversedBy: row.reversedByName,
    reverseReason: row.reverseReason,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reversedAt: row.reversedAt?.toISOString() ?? null,
    mayReverse: (row.status === 'done' && second) || (until !== null && until > now()),
    reversibleUntil: until !== null && until > now() ? until.toISOString() : null,
    mayApprove: waits && second,
    mayDecline: waits && (second || (own && reader.cashier !== null)),
  };
}
