import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { lockOrder } from '@/lib/exchange/lock-order';
import { formatUnits } from '@/lib/money';
import { type Connection, callbackUrl, loadConnection } from '@/lib/payments/connection';
import type { PayoutToSend } from '@/lib/payments/contract/pay-out';
import { isByHand } from '@/lib/payments/payouts/by-hand';
import { type LockedMethod, lockMethod, whyItWaits } from '@/lib/payments/payouts/payout-limits';
import { loadPayout, type PayoutRow } from '@/lib/payments/payouts/payout-row';
import { tellPayoutPages } from '@/lib/payments/payouts/tell-pages';
import { loadWithdrawal } from '@/lib/wallet/withdrawal/withdrawal-row';

export type Sendable = { connection: Connection; toSend: PayoutToSend };

/** Longer than any adapter takes to send: what is still `sending` after it lost its answer. */
export const sendingLeaseMs = 300_000;

/**
 * Takes a queued payout for sending, or null. In one transaction the switches are read, the limits counted under a
 * lock of the method, and the row set from `queued` to `sending`: whoever comes second finds it taken, and after the
 * commit of a switch nothing new is sent. What has to wait says why.
 */
export async function markSending(payoutId: string): Promise<Sendable | null> {
  return inTransaction(async (tx) => {
    const payout = await loadPayout(tx, payoutId, { lock: true });
    if (payout?.status !== 'queued' || isByHand(payout)) return null;
    if (!(await isStillOwed(tx, payout))) {
      await giveUp(tx, payout);
      return null;
    }
    const method = await lockMethod(tx, payout.methodId);
    const connection = method.connectionId ? await loadConnection(tx, method.connectionId) : null;
    const waitsFor = await whyItWaits(tx, payout, method, connection);
    if (waitsFor || !connection) {
      await tx.query('UPDATE payouts SET waits_for = $2 WHERE id = $1', [payout.id, waitsFor]);
      return null;
    }
    await mark(tx, payout, connection);
    tellPayoutPages(tx, payout);
    return { connection, toSend: toSend(payout, method, connection.system.code) };
  });
}

/** Its subject may have gone another way while the payout waited; its row stays locked until this one is marked. */
async function isStillOwed(tx: Tx, { subjectKind, subjectId }: PayoutRow): Promise<boolean> {
  if (subjectKind === 'refund') return true;
  if (subjectKind === 'withdrawal') {
    const withdrawal = await loadWithdrawal(tx, subjectId, { lock: true });
    return withdrawal?.status === 'in_progress';
  }
  const order = await lockOrder(tx, subjectId);
  return order.status === 'in_progress' && order.receivedUnits > 0n;
}

async function giveUp(tx: Tx, { id }: PayoutRow): Promise<void> {
  await tx.query(
    `UPDATE payouts SET status = 'canceled', reason = 'order_moved', next_try_at = NULL WHERE id = $1`,
    [id],
  );
}

async function mark(tx: Tx, { id }: PayoutRow, connection: Connection): Promise<void> {
  const at = now();
  await tx.query(
    `UPDATE payouts SET status = 'sending', sent_at = $2, next_try_at = $3, waits_for = NULL,
       connection_id = $4, system_code = $5 WHERE id = $1`,
    [id, at, new Date(at.getTime() + sendingLeaseMs), connection.id, connection.system.code],
  );
}

/** The payout as adapters are shown it. */
export function toSend(
  { id, number, amountUnits, assetCode, destination, subjectKind, subjectId }: PayoutRow,
  { code, scale }: Pick<LockedMethod, 'code' | 'scale'>,
  systemCode: string,
): PayoutToSend {
  return {
    payoutId: id,
    number,
    amount: formatUnits(amountUnits, scale),
    asset: assetCode,
    destination,
    description: `${subjectKind === 'withdrawal' ? 'Withdrawal' : 'Order'} ${subjectId}`,
    callbackUrl: callbackUrl(systemCode, code),
  };
}
