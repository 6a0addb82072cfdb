import { operationTransfer } from '@/lib/cashier/operation-ledger';
import { tellOfOperation } from '@/lib/cashier/operation-letters';
import { type OperationRow, operationColumnsOf } from '@/lib/cashier/operation-row';
import { holderById } from '@/lib/cashier/wallet-holder';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { tellAfterCommit } from '@/lib/live';
import { formatUnits } from '@/lib/money';
import { postWallet } from '@/lib/wallet/post-wallet';
import { creditRequest } from '@/lib/wallet/top-up/credit-request';
import { assertWalletDay } from '@/lib/wallet/wallet-day';
import type { WalletRecordDetails } from '@/lib/wallet/wallet-record';

/** Who stands behind it: whom the ledger names, and the second person, where there is one. */
export type Settled = {
  /** Name of whoever caused the posting. */
  by: string;
  /** The cashier's name, as a customer reads it on his request. */
  cashierName: string;
  approval?: { by: string; note: string | null };
};

/**
 * Moves the money of an operation whose row is there and locked, and tells the holder. Throws `wallet_day_limit`,
 * `top_up_moved`, and `ledger_overdraft` of a wallet or a drawer.
 */
export async function settleOperation(
  tx: Tx,
  operation: OperationRow,
  { by, cashierName, approval }: Settled,
): Promise<OperationRow> {
  const { id, kind, userId, assetCode, amountUnits, feeUnits, topUpId } = operation;
  const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [assetCode]);
  if (topUpId !== null) {
    const creditedUnits = amountUnits - feeUnits;
    const credited = { operationId: id, userId, asset: assetCode, creditedUnits, feeUnits, by: cashierName };
    await creditRequest(tx, topUpId, credited);
  }
  const details = detailsOf(operation, scale);
  const { transferId } = await postWallet(tx, operationTransfer(operation, by), () => ({ kind, details }));
  if (kind === 'top_up') await assertWalletDay(tx, { userId, asset: assetCode, what: 'topUp' });
  const balanceUnits = await balanceAfter(tx, transferId, userId);
  const done = await tx.one<OperationRow>(
    `UPDATE till_operations o SET status = 'done', transfer_id = $2, balance_after_units = $3, decided_at = $4,
       approved_by = $5, approval_note = $6, shift_id = $7, drawer = $8
     WHERE o.id = $1 RETURNING ${operationColumnsOf('o')}`,
    [
      id,
      transferId,
      balanceUnits,
      now(),
      approval?.by ?? null,
      approval?.note ?? null,
      operation.shiftId,
      operation.drawer,
    ],
  );
  const holder = await holderById(tx, userId);
  await tellOfOperation(tx, { operation: done, holder, scale, balanceUnits });
  tellAfterCommit(tx, 'till');
  return done;
}

/** What the wallet held after a transfer, by its line. */
export async function balanceAfter(tx: Tx, transferId: string, userId: string): Promise<bigint> {
  const { units } = await tx.one<{ units: bigint }>(
    'SELECT balance_after_units AS units FROM wallet_records WHERE transfer_id = $1 AND user_id = $2',
    [transferId, userId],
  );
  return units;
}

/** What the customer reads beside the line. */
function detailsOf(
  { receiptNumber, reason, comment, feeUnits }: OperationRow,
  scale: number,
): WalletRecordDetails {
  return {
    ...(receiptNumber && { receipt: receiptNumber }),
    ...(reason && { reason }),
    ...(comment && { comment }),
    ...(feeUnits > 0n && { fee: formatUnits(feeUnits, scale) }),
  };
}
