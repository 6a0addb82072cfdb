import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import type { Order } from '@/lib/exchange/order-row';
import { payingBack } from '@/lib/exchange/refund-limits';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/boss';
import { refundFields } from '@/lib/payments/refunds/refund-fields';
import { type RefundRow, refundColumnsOf } from '@/lib/payments/refunds/refund-row';

/** What somebody wants to give back. */
export type RefundDraft = Pick<RefundRow, 'kind' | 'amountUnits' | 'feeUnits' | 'basis' | 'reason'> & {
  /** `auto`: by the system where it can. */
  way: 'auto' | 'hand';
  requestedBy: string;
  requestedById: string | null;
};

/** Keeps a refund that waits for a second person: nothing of the order changes until then. */
export async function keepForApproval(tx: Tx, order: Order, draft: RefundDraft): Promise<RefundRow> {
  return insert(tx, order, draft, {
    status: 'awaiting_approval',
    way: draft.way === 'hand' ? 'hand' : 'system',
    paymentId: null,
  });
}

/**
 * Keeps a refund that was decided on, and sends it on its way: to the system, or to the customer's question; one into a
 * wallet needs neither, and the caller posts it.
 */
export async function keepDecided(tx: Tx, order: Order, draft: RefundDraft): Promise<RefundRow> {
  const next = await nextStep(tx, order, draft);
  const refund = await insert(tx, order, draft, next);
  if (next.way === 'system') await enqueue(tx, 'send-refund', { refundId: refund.id });
  return refund;
}

/** The same for one that was approved. */
export async function keepApproved(
  tx: Tx,
  order: Order,
  refund: RefundRow,
  approvedBy: string,
): Promise<RefundRow> {
  const next = await nextStep(tx, order, { ...refund, way: refund.way === 'hand' ? 'hand' : 'auto' });
  const kept = await tx.one<RefundRow>(
    `UPDATE refunds r SET status = $2::"RefundStatus", way = $3, payment_id = $4, approved_by = $5, settled_at = $6
     WHERE r.id = $1 RETURNING ${refundColumnsOf('r')}`,
    [refund.id, next.status, next.way, next.paymentId, approvedBy, next.settledAt ?? null],
  );
  if (next.way === 'system') await enqueue(tx, 'send-refund', { refundId: refund.id });
  return kept;
}

type Next = Pick<RefundRow, 'status' | 'way' | 'paymentId'> & { settledAt?: Date };

async function nextStep(
  tx: Tx,
  order: Order,
  draft: Pick<RefundDraft, 'amountUnits' | 'feeUnits' | 'way'>,
): Promise<Next> {
  // Nobody sends it: it is settled by the posting that follows in the same transaction.
  if (order.fromWallet !== null)
    return { status: 'settled', way: 'wallet', paymentId: null, settledAt: now() };
  const paymentId = draft.way === 'auto' ? await payingBack(tx, order, draft) : null;
  if (paymentId) return { status: 'ready', way: 'system', paymentId };
  const asks = refundFields(order.from).length > 0;
  return { status: asks ? 'awaiting_details' : 'ready', way: 'hand', paymentId: null };
}

async function insert(tx: Tx, order: Order, draft: RefundDraft, next: Next): Promise<RefundRow> {
  return tx.one<RefundRow>(
    `INSERT INTO refunds AS r (id, order_id, payment_id, kind, status, method_id, asset_code, amount_units, fee_units,
       basis, way, reason, requested_by, requested_by_id, created_at, settled_at)
     VALUES ($1, $2, $3, $4::"RefundKind", $5::"RefundStatus", $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     RETURNING ${refundColumnsOf('r')}`,
    [
      newId('rfd'),
      order.id,
      next.paymentId,
      draft.kind,
      next.status,
      order.fromMethodId,
      order.fromAsset,
      draft.amountUnits,
      draft.feeUnits,
      draft.basis,
      next.way,
      draft.reason,
      draft.requestedBy,
      draft.requestedById,
      now(),
      next.settledAt ?? null,
    ],
  );
}
