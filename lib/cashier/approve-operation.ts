import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { approvalReasonsOf } from '@/lib/cashier/approval-reasons';
import { type CashierRights, cashierRights, lockCashiers } from '@/lib/cashier/cashier-actor';
import { loadOperation, type OperationRow } from '@/lib/cashier/operation-row';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { settleOperation } from '@/lib/cashier/settle-operation';
import { type TillAsset, tillAssets } from '@/lib/cashier/till-asset';
import { requireSecond } from '@/lib/cashier/till-reader';
import { tellingTillShortage } from '@/lib/cashier/till-shortage';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText } from '@/lib/text';
import { requireWallet } from '@/lib/wallet/require-wallet';

export const approveOperationInput = z.object({
  operationId: z.string().max(60),
  note: optionalLongText(500),
});

type Outcome = 'done' | 'more_reasons';

/**
 * The second person (a senior cashier, an admin) allows an operation: all is checked again and it is done. `note` is
 * needed where the receipt's number was used before. Pressed twice by the same person it is done once. Throws
 * `forbidden`, `cashier_off`, `second_person` (his own operation), `cashier_own_wallet` (his own wallet), `not_found`,
 * `operation_moved`, `operation_changed` (more stands against it than was shown), `operation_rights_gone`,
 * `operation_shift_closed`, `invalid_input` (field note), and what the operation itself throws.
 */
export async function approveOperation({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<{ operationId: string }> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'approve', given: givenFields(input) }, async () => {
    await requireSecond(user);
    const { operationId, note } = parseInput(approveOperationInput, input);
    const outcome = await tellingTillShortage(() =>
      inTransaction((tx) => approve(tx, { actor, operationId, note })),
    );
    // Said after the commit: the new reasons are kept, so that they are seen.
    if (outcome === 'more_reasons') fail('operation_changed');
    return { operationId };
  });
}

async function approve(
  tx: Tx,
  { actor, operationId, note }: { actor: Actor; operationId: string; note: string },
): Promise<Outcome> {
  const seen = (await loadOperation(tx, operationId)) ?? fail('not_found');
  const me = requireUser(actor).userId;
  // Both, in one order for all: neither is suspended, nor a shift closed, in between.
  await lockCashiers(tx, [seen.cashierId, me]);
  await requireSecond(actor, tx);
  const operation = (await loadOperation(tx, operationId, { lock: true })) ?? fail('not_found');
  if (operation.cashierId === me) fail('second_person');
  if (operation.userId === me) fail('cashier_own_wallet');
  if (operation.status === 'done' && operation.approvedBy === me) return 'done';
  if (operation.status !== 'awaiting_approval') moved(operation);
  if (operation.approvalFor.includes('same_receipt') && note === '')
    fail('invalid_input', { fields: { note: { key: 'required' } } });
  const cashier = (await cashierRights(tx, operation.cashierId)) ?? fail('operation_rights_gone');
  const rules = await rulesNow(tx, operation, cashier);
  const reasons = await approvalReasonsOf(tx, cashier, rules, operation);
  if (reasons.some((reason) => !operation.approvalFor.includes(reason))) {
    await tx.query(
      `UPDATE till_operations SET approval_for = $2, same_receipt = same_receipt OR 'same_receipt' = ANY ($2)
       WHERE id = $1`,
      [operationId, [...new Set([...operation.approvalFor, ...reasons])]],
    );
    tellAfterCommit(tx, 'till');
    return 'more_reasons';
  }
  const drawer = cashier.hasDrawer && operation.moneyKind === 'cash';
  if (drawer && cashier.shiftId === null) fail('operation_shift_closed');
  const by = actorLabel(actor).name;
  const shiftId = cashier.shiftId ?? operation.shiftId;
  const cashierName = await nameOf(tx, operation.cashierId);
  const approval = { by: me, note: note === '' ? null : note };
  await settleOperation(tx, { ...operation, drawer, shiftId }, { by, cashierName, approval });
  const after = { status: 'done', approvalFor: operation.approvalFor, note };
  await audit(tx, {
    actor,
    action: 'till.approve',
    subject: operationId,
    before: { status: operation.status },
    after,
  });
  return 'done';
}

/** What the cashier may no more cannot be allowed to him, and what the office switched off is off. */
async function rulesNow(
  tx: Tx,
  { assetCode, kind }: OperationRow,
  { limits, mayWriteOff }: CashierRights,
): Promise<TillAsset> {
  if (!limits.has(assetCode) || (kind === 'write_off' && !mayWriteOff)) fail('operation_rights_gone');
  await requireWallet(tx);
  const [rules] = await tillAssets(tx, [assetCode]);
  if (!rules || (kind === 'top_up' && !rules.open))
    return fail('wallet_asset_off', { params: { asset: assetCode } });
  return rules;
}

/** Throws `operation_moved` with the state it is in. */
export function moved({ status }: OperationRow): never {
  return fail('operation_moved', { params: { status } });
}

async function nameOf(tx: Tx, userId: string): Promise<string> {
  const row = await tx.maybeOne<{ name: string }>(
    `SELECT coalesce(nullif(name, ''), email) AS name FROM users WHERE id = $1`,
    [userId],
  );
  return row?.name ?? userId;
}
