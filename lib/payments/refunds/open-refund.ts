import type { Queryable } from '@/lib/db';
import { openRefundStatuses, type RefundRow, refundColumnsOf } from '@/lib/payments/refunds/refund-row';

/**
 * The refund of the order that is neither settled nor canceled, or null; there is one at a time. To decide by it, ask
 * inside the transaction, after the order's row was locked.
 */
export async function openRefund(db: Queryable, orderId: string): Promise<RefundRow | null> {
  const [row] = await db.query<RefundRow>(
    `SELECT ${refundColumnsOf('r')} FROM refunds r WHERE r.order_id = $1 AND r.status::text = ANY ($2)
     ORDER BY r.created_at DESC LIMIT 1`,
    [orderId, openRefundStatuses],
    'refund_open',
  );
  return row ?? null;
}

/**
 * The refund of everything that was asked for or decided on, or null: beside it the order is not paid out and not
 * agreed on anew. An excess or a part stands in nobody's way.
 */
export async function fullRefund(db: Queryable, orderId: string): Promise<RefundRow | null> {
  const open = await openRefund(db, orderId);
  return open?.kind === 'full' ? open : null;
}
