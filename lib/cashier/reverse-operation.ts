import { z } from 'zod';
import { audit } from '@/lib/audit';
import { type Actor, actorLabel, requireUser } from '@/lib/auth/actor';
import { moved } from '@/lib/cashier/approve-operation';
import { lockCashiers } from '@/lib/cashier/cashier-actor';
import {
  drawerAccount,
  moneyAccount,
  reversalTransfer,
  takingsAccount,
} from '@/lib/cashier/operation-ledger';
import { tellOfReversal } from '@/lib/cashier/operation-letters';
import { loadOperation, type OperationRow, operationColumnsOf } from '@/lib/cashier/operation-row';
import { lastOperationOf, reversibleUntil } from '@/lib/cashier/operation-select';
import { atTill, givenFields } from '@/lib/cashier/refusals';
import { balanceAfter } from '@/lib/cashier/settle-operation';
import { type TillReader, tillReader } from '@/lib/cashier/till-reader';
import { tellingTillShortage } from '@/lib/cashier/till-shortage';
import { holderById } from '@/lib/cashier/wallet-holder';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { AccountRef } from '@/lib/ledger/accounts';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';
import { longText } from '@/lib/text';
import { postWallet } from '@/lib/wallet/post-wallet';
import { requireWallet } from '@/lib/wallet/require-wallet';
import { takeRequestBack } from '@/lib/wallet/top-up/credit-request';

export const reverseOperationInput = z.object({ operationId: z.string().max(60), reason: longText(500) });

type Given = { actor: Actor; operationId: string; reason: string };

/**
 * Takes a done operation back by its opposite; both stay visible. Input `{ operationId, reason }`; the customer reads
 * the reason. One's own last operation within the minutes of the settings, unless a second person had to allow it;
 * anything else another person with the right (a senior cashier, an admin). Pressed twice it is taken back once.
 *
 * Throws `reversal_late`, `cashier_own_wallet`, `wallet_not_enough` (what was topped up is spent or on hold),
 * `drawer_not_enough`, `shift_closed`, `wallet_off`, `operation_moved`, `not_found`, `forbidden`, `cashier_off`, `invalid_input`
 * (field reason).
 */
export async function reverseOperation({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<{ operationId: string }> {
  const user = requireUser(actor);
  return atTill({ actor: user, what: 'reverse', given: givenFields(input) }, async () => {
    await tillReader(user);
    const { operationId, reason } = parseInput(reverseOperationInput, input);
    await tellingTillShortage(() => inTransaction((tx) => reverse(tx, { actor, operationId, reason })));
    return { operationId };
  });
}

async function reverse(tx: Tx, { actor, operationId, reason }: Given): Promise<void> {
  const seen = (await loadOperation(tx, operationId)) ?? fail('not_found');
  await lockCashiers(tx, [seen.cashierId, requireUser(actor).userId]);
  const reader = await tillReader(actor, tx);
  const operation = (await loadOperation(tx, operationId, { lock: true })) ?? fail('not_found');
  const own = operation.cashierId === reader.userId;
  if (!own && !reader.second) fail(reader.all ? 'forbidden' : 'not_found');
  if (operation.userId === reader.userId) fail('cashier_own_wallet');
  const twice = operation.reversedBy === reader.userId && operation.reverseReason === reason;
  if (operation.status === 'reversed' && twice) return;
  if (operation.status !== 'done') moved(operation);
  const { ownReversalMinutes } = await requireWallet(tx);
  if (own) await requireOwnLast(tx, operation, reader, ownReversalMinutes);
  const money = await moneyBackFrom(tx, operation, reader);
  const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [
    operation.assetCode,
  ]);
  const transfer = reversalTransfer(operation, { money, actor: actorLabel(actor).name, note: reason });
  const { receiptNumber } = operation;
  const details = { comment: reason, ...(receiptNumber && { receipt: receiptNumber }) };
  const { transferId } = await postWallet(tx, transfer, () => ({ kind: 'reversal', details }));
  const balanceUnits = await balanceAfter(tx, transferId, operation.userId);
  const reversed = await tx.one<OperationRow>(
    `UPDATE till_operations o SET status = 'reversed', reversed_by = $2, reverse_reason = $3,
       reversal_transfer_id = $4, reversed_at = $5
     WHERE o.id = $1 RETURNING ${operationColumnsOf('o')}`,
    [operationId, reader.userId, reason, transferId, now()],
  );
  if (operation.topUpId !== null)
    await takeRequestBack(tx, operation.topUpId, { reason, by: actorLabel(actor).name });
  const holder = await holderById(tx, operation.userId);
  await tellOfReversal(tx, { operation: reversed, holder, scale, balanceUnits }, reason);
  const before = { status: operation.status };
  const after = { status: 'reversed', reason, money: `${money.kind} ${money.owner}` };
  await audit(tx, { actor, action: 'till.reverse', subject: operationId, before, after });
  tellAfterCommit(tx, 'till');
}

/** His last one, and not long ago. Whoever has a drawer does nothing without an open shift. */
async function requireOwnLast(
  tx: Tx,
  operation: OperationRow,
  { cashier }: TillReader,
  ownReversalMinutes: number,
): Promise<void> {
  if (!cashier) fail('cashier_off');
  const lastOwnId = await lastOperationOf(tx, operation.cashierId);
  const until = reversibleUntil(operation, { lastOwnId, ownReversalMinutes });
  if (until === null || until <= now())
    fail('reversal_late', { params: { minutes: String(ownReversalMinutes) } });
  if (cashier.hasDrawer && cashier.shiftId === null) fail('shift_closed');
}

/**
 * Where the real money goes back from (a top-up) or to (a payout). Cash of a drawer whose shift is still open: that
 * drawer. Later the books of that drawer are counted and closed: then the drawer of whoever reverses, if he has one
 * open, as he is the one who hands the cash over; otherwise what was taken without a drawer.
 */
async function moneyBackFrom(tx: Tx, operation: OperationRow, { cashier }: TillReader): Promise<AccountRef> {
  const { drawer, shiftId, assetCode, moneyKind } = operation;
  if (!drawer) return moneyAccount(operation);
  const open = await tx.maybeOne('SELECT 1 FROM shifts WHERE id = $1 AND closed_at IS NULL', [shiftId]);
  if (open) return moneyAccount(operation);
  if (cashier?.hasDrawer && cashier.shiftId !== null) return drawerAccount(cashier.userId, assetCode);
  return takingsAccount(moneyKind, assetCode);
}
