import type { CashierActor } from '@/lib/cashier/cashier-actor';
import { type OperationRow, operationByKey, operationColumnsOf } from '@/lib/cashier/operation-row';
import type { OperationPlan } from '@/lib/cashier/plan-operation';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { newId } from '@/lib/ids';

type Given = { cashier: CashierActor; plan: OperationPlan; inputHash: string; receiptFileId: string | null };

/**
 * Writes an operation as one that waits; whoever may do it at once does so next, in the same transaction. Where a
 * twin of another cashier with the same receipt number was faster, this one asks for a second person instead.
 * Throws `idempotency_mismatch` where another cashier has used the form's key.
 */
export async function insertOperation(tx: Tx, given: Given): Promise<OperationRow> {
  const { approvalFor, form } = given.plan;
  const row = await insert(tx, given, approvalFor);
  if (row) return row;
  if (await operationByKey(tx, form.idempotencyKey)) fail('idempotency_mismatch');
  const again = await insert(tx, given, [...approvalFor, 'same_receipt']);
  return again ?? fail('idempotency_mismatch');
}

/** Null where a unique index refuses the row: the key's, or the one of receipts. */
function insert(
  tx: Tx,
  { cashier, plan, inputHash, receiptFileId }: Given,
  approvalFor: OperationPlan['approvalFor'],
): Promise<OperationRow | null> {
  const { form } = plan;
  const id = newId('tlo');
  const sameReceipt = approvalFor.includes('same_receipt');
  const holdId = form.kind === 'write_off' && approvalFor.length > 0 ? newId('hld') : null;
  const { reason, comment, topUpId, receiptNumber } = form;
  return tx.maybeOne<OperationRow>(
    `INSERT INTO till_operations AS o (id, kind, status, cashier_id, shift_id, user_id, asset_code, amount_units,
       fee_units, money_kind, drawer, receipt_number, receipt_key, receipt_file_id, reason, comment, top_up_id,
       approval_for, same_receipt, hold_id, idempotency_key, input_hash, created_at)
     VALUES ($1, $2::"TillKind", 'awaiting_approval', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
       $17, $18, $19, $20, $21, $22)
     ON CONFLICT DO NOTHING RETURNING ${operationColumnsOf('o')}`,
    [
      id,
      form.kind,
      cashier.userId,
      cashier.shiftId,
      plan.holder.userId,
      plan.rules.asset,
      plan.amountUnits,
      plan.feeUnits,
      form.moneyKind,
      plan.drawer,
      receiptNumber,
      plan.receiptKey,
      receiptFileId,
      reason,
      comment,
      topUpId,
      approvalFor,
      sameReceipt,
      holdId,
      form.idempotencyKey,
      inputHash,
      now(),
    ],
  );
}
