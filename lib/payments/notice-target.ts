import { query } from '@/lib/db';
import { isId } from '@/lib/ids';
import type { PaymentNoticeEvent, PayoutNoticeEvent } from '@/lib/payments/contract/notice';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';

/** What a notice is about, as we know it. */
export type NoticeTarget =
  | { about: 'payment'; payment: NoticedPayment }
  | { about: 'payout' | 'refund'; id: string };

export type NoticedPayment = PaymentRow & { scale: number };

type By = PaymentNoticeEvent['by'] | PayoutNoticeEvent['by'];

/**
 * The payment, payout or refund of this connection that the notice names, or null. What belongs to another connection
 * is as unknown as what does not exist: one account's signature says nothing about another's money.
 */
export async function findTarget(
  connectionId: string,
  event: Pick<PaymentNoticeEvent | PayoutNoticeEvent, 'about' | 'by'>,
): Promise<NoticeTarget | null> {
  if (event.about === 'payment') {
    const payment = await findPayment(connectionId, event.by);
    return payment && { about: 'payment', payment };
  }
  const named = naming(event.by, event.about === 'payout' ? 'pot' : 'rfd');
  if (!named) return null;
  const [row] = await query<{ id: string }>(
    event.about === 'payout'
      ? `SELECT p.id FROM payouts p WHERE p.connection_id = $1 AND p.${named.column} = $2`
      : `SELECT r.id FROM refunds r JOIN payments p ON p.id = r.payment_id
         WHERE p.connection_id = $1 AND r.${named.column} = $2`,
    [connectionId, named.value],
    `notice_${event.about}_by_${named.column}`,
  );
  return row ? { about: event.about, id: row.id } : null;
}

/** The payment of this connection by what the system calls it, or null. */
export async function findPayment(connectionId: string, by: By): Promise<NoticedPayment | null> {
  const named = naming(by, 'pay');
  if (!named) return null;
  const [row] = await query<NoticedPayment>(
    `SELECT ${paymentColumnsOf('p')}, a.scale FROM payments p JOIN assets a ON a.code = p.asset_code
     WHERE p.connection_id = $1 AND p.${named.column} = $2`,
    [connectionId, named.value],
    `notice_payment_by_${named.column}`,
  );
  return row ?? null;
}

type Named = { column: 'id' | 'number' | 'external_id'; value: string | number };

/** Anything that cannot be a name of ours is nobody's: it does not even reach the database. */
function naming(by: By, prefix: 'pay' | 'pot' | 'rfd'): Named | null {
  if ('number' in by) {
    const isOurs = Number.isInteger(by.number) && by.number >= 1 && by.number <= 2_147_483_647;
    return isOurs ? { column: 'number', value: by.number } : null;
  }
  if ('externalId' in by) {
    const isText = by.externalId.length > 0 && by.externalId.length <= 300 && !by.externalId.includes('\0');
    return isText ? { column: 'external_id', value: by.externalId } : null;
  }
  const id = 'paymentId' in by ? by.paymentId : by.payoutId;
  return isId(prefix, id) ? { column: 'id', value: id } : null;
}
