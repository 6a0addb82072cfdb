import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { log } from '@/lib/log';
import { unknown } from '@/lib/payments/ask';
import { type Connection, loadConnection } from '@/lib/payments/connection';
import { noteAnswer } from '@/lib/payments/connection-health';
import type { PayoutAnswer } from '@/lib/payments/contract/pay-out';
import { loadPayment, type PaymentRow } from '@/lib/payments/payment-row';
import type { PayoutAnswerSource, PayoutApplied } from '@/lib/payments/payouts/apply-payout-answer';
import { applyRefundAnswer } from '@/lib/payments/refunds/apply-refund-answer';
import { loadRefund, type RefundRow } from '@/lib/payments/refunds/refund-row';
import { refundToSend } from '@/lib/payments/refunds/refund-to-send';

/** Asks the system what became of a refund and applies its answer. Sends nothing, ever. */
export async function checkRefund({
  refundId,
  source,
}: {
  refundId: string;
  source: PayoutAnswerSource;
}): Promise<PayoutApplied> {
  const refund = await loadRefund({ query }, refundId);
  if (!refund || refund.sentAt === null) return 'not_sent';
  const beingSent = refund.status === 'sending' && (refund.nextTryAt ?? refund.sentAt) > now();
  if (beingSent) return 'pending';
  const payment = refund.paymentId ? await loadPayment({ query }, refund.paymentId) : null;
  const connection = payment?.connectionId ? await loadConnection({ query }, payment.connectionId) : null;
  const answer =
    connection && payment ? await ask(connection, refund, payment) : unknown('the connection is gone');
  return applyRefundAnswer({ refundId, answer, source });
}

async function ask(connection: Connection, refund: RefundRow, payment: PaymentRow): Promise<PayoutAnswer> {
  const { system, at } = connection;
  if (!system.refund?.check) return unknown('the system cannot be asked about refunds');
  const [asset] = await query<{ scale: number }>('SELECT scale FROM assets WHERE code = $1', [
    refund.assetCode,
  ]);
  try {
    const answer = await system.refund.check(at, {
      ...refundToSend(refund, payment, asset?.scale ?? 0),
      externalId: refund.externalId,
      facts: {},
      sentAt: refund.sentAt ?? refund.createdAt,
    });
    await noteAnswer(connection, refund.assetCode, answer);
    return answer;
  } catch (error) {
    log.error({ err: error, system: system.code, refundId: refund.id }, 'an adapter failed at a refund');
    return unknown('the adapter failed');
  }
}
