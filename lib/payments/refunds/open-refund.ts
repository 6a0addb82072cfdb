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
