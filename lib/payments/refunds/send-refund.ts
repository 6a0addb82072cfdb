import { now } from '@/lib/clock';
import { inTransaction, query, type Tx } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { refundHoldTransfer } from '@/lib/exchange/refund-ledger';
import { post } from '@/lib/ledger/post';
import { log } from '@/lib/log';
import { unknown } from '@/lib/payments/ask';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import { noteAnswer } from '@/lib/payments/connection-health';
import type { PayoutAnswer, RefundToSend } from '@/lib/payments/contract/pay-out';
import { loadPayment } from '@/lib/payments/payment-row';
import { sendingLeaseMs } from '@/lib/payments/payouts/mark-sending';
import { payoutsAreStopped } from '@/lib/payments/payouts/payout-limits';
import { applyRefundAnswer } from '@/lib/payments/refunds/apply-refund-answer';
import { loadRefund, type RefundRow } from '@/lib/payments/refunds/refund-row';
import { refundToSend } from '@/lib/payments/refunds/refund-to-send';

type Sendable = { connection: Connection; toSend: RefundToSend };

/**
 * Hands a refund to the system it came by, once: the amount is held and the row marked in a transaction of its own
 * before the system is called. Never throws for what the system does.
 */
export async function sendRefund(refundId: string): Promise<void> {
  const ready = await markSending(refundId);
  if (!ready) return;
  const answer = await send(ready);
  await applyRefundAnswer({ refundId, answer, source: 'send' }).catch(async (error) => {
    log.error({ err: error, refundId }, 'the answer to a refund could not be applied');
    const externalId = 'externalId' in answer ? (answer.externalId ?? null) : null;
    await query(
      `UPDATE refunds SET external_id = coalesce(external_id, $2) WHERE id = $1 AND status = 'sending'`,
      [refundId, externalId],
    );
  });
  await noteAnswer(ready.connection, ready.toSend.asset, answer);
}

/** Where the reserve is short, the system cannot be used, or a switch is thrown, it stays ready and says why. */
async function markSending(refundId: string): Promise<Sendable | null> {
  try {
    return await inTransaction(async (tx) => {
      const refund = await loadRefund(tx, refundId, { lock: true });
      if (refund?.status !== 'ready' || refund.way !== 'system' || refund.sentAt !== null) return null;
      if (await isStopped(tx, refund)) return wait(tx, refundId, 'stopped');
      const sendable = await sendableOf(tx, refund);
      if (!sendable) return wait(tx, refundId, 'no_connection');
      const at = now();
      await tx.query(
        `UPDATE refunds SET status = 'sending', sent_at = $2, next_try_at = $3, failure = NULL WHERE id = $1`,
        [refundId, at, new Date(at.getTime() + sendingLeaseMs)],
      );
      await post(tx, refundHoldTransfer(refund, 'system'));
      return sendable;
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ledger_overdraft') throw error;
    return inTransaction((tx) => wait(tx, refundId, 'no_reserve'));
  }
}

/** The method's switch, or the one for all; locked against change like those of payouts, and in the same order. */
async function isStopped(tx: Tx, { methodId }: RefundRow): Promise<boolean> {
  const { stopped } = await tx.one<{ stopped: boolean }>(
    'SELECT payouts_stopped AS stopped FROM payment_methods WHERE id = $1 FOR SHARE',
    [methodId],
  );
  return stopped || payoutsAreStopped(tx);
}

async function sendableOf(tx: Tx, refund: RefundRow): Promise<Sendable | null> {
  const payment = refund.paymentId ? await loadPayment(tx, refund.paymentId) : null;
  const connection = payment?.connectionId ? await loadConnection(tx, payment.connectionId) : null;
  if (!payment || !connection?.system.refund || !connection.enabled) return null;
  const { scale } = await tx.one<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [
    refund.assetCode,
  ]);
  return { connection, toSend: refundToSend(refund, payment, scale) };
}

async function wait(
  tx: Tx,
  refundId: string,
  failure: 'no_connection' | 'no_reserve' | 'stopped',
): Promise<null> {
  await tx.query(`UPDATE refunds SET failure = $2 WHERE id = $1 AND status = 'ready'`, [refundId, failure]);
  return null;
}

async function send({ connection: { system, at }, toSend }: Sendable): Promise<PayoutAnswer> {
  try {
    return (await system.refund?.send(at, toSend)) ?? unknown('the system cannot send back');
  } catch (error) {
    log.error({ err: error, system: system.code, refundId: toSend.refundId }, 'an adapter failed to refund');
    return unknown('the adapter failed');
  }
}
