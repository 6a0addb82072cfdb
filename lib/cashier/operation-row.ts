import type {
  ApprovalReason,
  MoneyKind,
  TillKind,
  TillStatus,
  WriteOffReason,
} from '@/lib/cashier/till-words';
import type { Queryable } from '@/lib/db';
import { isId } from '@/lib/ids';

/** A row of `till_operations`. Amounts in minor units of `assetCode`. */
export type OperationRow = {
  id: string;
  number: number;
  kind: TillKind;
  status: TillStatus;
  cashierId: string;
  shiftId: string | null;
  userId: string;
  assetCode: string;
  /** Real money taken (top-up), or the wallet's money taken back (write-off). */
  amountUnits: bigint;
  feeUnits: bigint;
  moneyKind: MoneyKind;
  drawer: boolean;
  receiptNumber: string;
  receiptKey: string;
  receiptFileId: string | null;
  reason: WriteOffReason | null;
  comment: string;
  topUpId: string | null;
  approvalFor: ApprovalReason[];
  approvedBy: string | null;
  approvalNote: string | null;
  sameReceipt: boolean;
  holdId: string | null;
  transferId: string | null;
  balanceAfterUnits: bigint | null;
  reversedBy: string | null;
  reverseReason: string | null;
  reversalTransferId: string | null;
  idempotencyKey: string;
  inputHash: string;
  createdAt: Date;
  decidedAt: Date | null;
  reversedAt: Date | null;
};

/** Columns by field, typed over the row: a forgotten one does not compile. */
export const operationColumn: Record<keyof OperationRow, string> = {
  id: 'id',
  number: 'number',
  kind: 'kind',
  status: 'status',
  cashierId: 'cashier_id',
  shiftId: 'shift_id',
  userId: 'user_id',
  assetCode: 'asset_code',
  amountUnits: 'amount_units',
  feeUnits: 'fee_units',
  moneyKind: 'money_kind',
  drawer: 'drawer',
  receiptNumber: 'receipt_number',
  receiptKey: 'receipt_key',
  receiptFileId: 'receipt_file_id',
  reason: 'reason',
  comment: 'comment',
  topUpId: 'top_up_id',
  approvalFor: 'approval_for',
  approvedBy: 'approved_by',
  approvalNote: 'approval_note',
  sameReceipt: 'same_receipt',
  holdId: 'hold_id',
  transferId: 'transfer_id',
  balanceAfterUnits: 'balance_after_units',
  reversedBy: 'reversed_by',
  reverseReason: 'reverse_reason',
  reversalTransferId: 'reversal_transfer_id',
  idempotencyKey: 'idempotency_key',
  inputHash: 'input_hash',
  createdAt: 'created_at',
  decidedAt: 'decided_at',
  reversedAt: 'reversed_at',
};

/** The select list of an OperationRow from the table under that name. */
export function operationColumnsOf(table: string): string {
  return Object.entries(operationColumn)
    .map(([field, column]) => `${table}.${column} AS "${field}"`)
    .join(', ');
}

/** The operation, or null; locked until the transaction ends where told. Asks nobody's rights. */
export async function loadOperation(
  db: Queryable,
  operationId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<OperationRow | null> {
  if (!isId('tlo', operationId)) return null;
  const [row] = await db.query<OperationRow>(
    `SELECT ${operationColumnsOf('o')} FROM till_operations o WHERE o.id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [operationId],
    lock ? 'operation_locked' : 'operation_by_id',
  );
  return row ?? null;
}

/** The operation that was made by that form, or null. */
export async function operationByKey(db: Queryable, idempotencyKey: string): Promise<OperationRow | null> {
  const [row] = await db.query<OperationRow>(
    `SELECT ${operationColumnsOf('o')} FROM till_operations o WHERE o.idempotency_key = $1`,
    [idempotencyKey],
    'operation_by_key',
  );
  return row ?? null;
}
