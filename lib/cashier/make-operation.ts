import { createHash } from 'node:crypto';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { type CashierActor, lockCashier, requireCashier } from '@/lib/cashier/cashier-actor';
import { insertOperation } from '@/lib/cashier/insert-operation';
import { holdTransfer } from '@/lib/cashier/operation-ledger';
import { askForApproval } from '@/lib/cashier/operation-letters';
import { type OperationRow, operationByKey } from '@/lib/cashier/operation-row';
import { type OperationPlan, planOperation } from '@/lib/cashier/plan-operation';
import { type Picture, readTillForm, type TillForm } from '@/lib/cashier/read-till-form';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { settleOperation } from '@/lib/cashier/settle-operation';
import { tellingTillShortage } from '@/lib/cashier/till-shortage';
import type { TillKind } from '@/lib/cashier/till-words';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type CheckedFile, checkReceipt } from '@/lib/files/check-upload';
import { storeFile } from '@/lib/files/store-file';
import { tellAfterCommit } from '@/lib/live';
import { postWallet } from '@/lib/wallet/post-wallet';
import { lockWaitingRequest } from '@/lib/wallet/top-up/take-request';
import { tellTopUp } from '@/lib/wallet/top-up/tell-top-up';

export type OperationMade = {
  operationId: string;
  status: OperationRow['status'];
  /** The same form came before: this is the operation it made then. */
  replayed: boolean;
};

type Given = { actor: Actor; kind: TillKind; input: unknown; picture?: Picture };

/**
 * Both operations of the till: once for each form, done at once, or kept for a second person. One transaction, in which
 * the cashier's row is locked: his rights, his shift and his day are those of this moment.
 */
export async function makeOperation({ actor, kind, input, picture }: Given): Promise<OperationMade> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: kind, given: givenFields(input) }, async () => {
    await requireCashier(user);
    const form = readTillForm(kind, input);
    const inputHash = hashOf(form, user.userId, picture);
    const file = picture ? await checked(picture) : null;
    return tellingTillShortage(() =>
      inTransaction(async (tx) => {
        const cashier = await lockCashier(tx, user);
        const earlier = await operationByKey(tx, form.idempotencyKey);
        if (earlier) return replayOf(earlier, cashier, inputHash);
        return make(tx, { cashier, form, inputHash, file });
      }),
    );
  });
}

type Making = { cashier: CashierActor; form: TillForm; inputHash: string; file: CheckedFile | null };

async function make(tx: Tx, { cashier, form, inputHash, file }: Making): Promise<OperationMade> {
  // The request first: of two cashiers who take the same one, the second sees what the first made of it.
  if (form.topUpId !== null) await lockWaitingRequest(tx, form.topUpId);
  const plan = await planOperation(tx, cashier, form, { hasPicture: file !== null });
  const receiptFileId = file
    ? await storeFile(tx, { kind: 'receipt', file, uploadedBy: cashier.userId })
    : (plan.request?.receiptFileId ?? null);
  const operation = await insertOperation(tx, { cashier, plan, inputHash, receiptFileId });
  const { name } = actorLabel(cashier.actor);
  if (operation.approvalFor.length > 0) await keepWaiting(tx, { cashier, plan, operation, name });
  else await settleOperation(tx, operation, { by: name, cashierName: name });
  const status = operation.approvalFor.length > 0 ? 'awaiting_approval' : 'done';
  await auditMade(tx, cashier, operation, status);
  return { operationId: operation.id, status, replayed: false };
}

/** A write-off's amount is on hold meanwhile, and a request is nobody else's. */
async function keepWaiting(
  tx: Tx,
  {
    cashier,
    plan,
    operation,
    name,
  }: { cashier: CashierActor; plan: OperationPlan; operation: OperationRow; name: string },
): Promise<void> {
  if (plan.request) {
    await tx.query(`UPDATE top_ups SET status = 'claimed', taken_by = $2 WHERE id = $1`, [
      plan.request.id,
      cashier.userId,
    ]);
    tellTopUp(tx, plan.request);
  }
  const { holder, rules } = plan;
  await askForApproval(tx, { operation, holder, scale: rules.scale, cashier: name });
  if (operation.holdId !== null)
    await postWallet(tx, holdTransfer(operation, name), () => ({ kind: 'write_off' }));
  tellAfterCommit(tx, 'till');
}

function replayOf(earlier: OperationRow, { userId }: CashierActor, inputHash: string): OperationMade {
  if (earlier.cashierId !== userId || earlier.inputHash !== inputHash) fail('idempotency_mismatch');
  return { operationId: earlier.id, status: earlier.status, replayed: true };
}

/** By the words of the form: the same form sent again has the same, whatever has changed meanwhile. */
function hashOf({ idempotencyKey: _, ...form }: TillForm, cashierId: string, picture?: Picture): string {
  const sha = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
  const texts = Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha(JSON.stringify([cashierId, texts, picture ? sha(picture.bytes) : null]));
}

async function checked({ bytes, name }: Picture): Promise<CheckedFile> {
  const result = await checkReceipt(bytes, name);
  if (result.ok) return result;
  const problem = { key: result.key.replace(/^fields\./, ''), params: result.params };
  return fail('invalid_input', { fields: { receipt: problem } });
}

async function auditMade(
  tx: Tx,
  { actor }: CashierActor,
  operation: OperationRow,
  status: OperationRow['status'],
): Promise<void> {
  const {
    id,
    kind,
    userId,
    assetCode,
    amountUnits,
    feeUnits,
    moneyKind,
    receiptNumber,
    reason,
    approvalFor,
  } = operation;
  const after = { status, userId, asset: assetCode, amountUnits, feeUnits, moneyKind, receiptNumber, reason };
  await audit(tx, { actor, action: `till.${kind}`, subject: id, after: { ...after, approvalFor } });
}
