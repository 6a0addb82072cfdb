import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import { type ListPage, pageOf, pageParams, pageSql } from '@/lib/payments/list-page';
import { mayBeCanceled } from '@/lib/payments/refunds/cancel-refund';
import { isNewestFirst, type RefundFilter, statusesOfRefundView } from '@/lib/payments/refunds/refund-filter';
import { type RefundRow, refundColumnsOf } from '@/lib/payments/refunds/refund-row';

type Kept = Pick<
  RefundRow,
  | 'id'
  | 'orderId'
  | 'kind'
  | 'status'
  | 'way'
  | 'basis'
  | 'reason'
  | 'reference'
  | 'externalId'
  | 'failure'
  | 'requestedBy'
  | 'approvedBy'
  | 'createdAt'
  | 'settledAt'
  | 'sentAt'
>;

/** A refund as the desk shows it. Amounts are plain decimals of `asset`. */
export type RefundListRow = Kept & {
  methodTitles: Localized;
  asset: string;
  /** What reaches the customer. */
  amount: string;
  /** What the office keeps; null: nothing. */
  fee: string | null;
  /** Where to, in full, as the customer said. */
  requisites: string[];
  email: string;
  /** Who asked for it may not approve it, nor whose order it is of. */
  own: boolean;
  cancelable: boolean;
};

type Found = RefundRow & { methodTitles: Localized; scale: number; email: string; customerId: string | null };

const select = `SELECT ${refundColumnsOf('r')}, m.titles AS "methodTitles", a.scale, o.email, o.customer_id AS "customerId"
  FROM refunds r JOIN payment_methods m ON m.id = r.method_id JOIN assets a ON a.code = r.asset_code
    JOIN orders o ON o.id = r.order_id`;

/** One page of refunds. Whoever may enter the desk. `after`: the cursor of the page before. */
export async function refundPage({
  actor,
  filter,
  after,
}: {
  actor: Actor;
  filter: RefundFilter;
  after?: string;
}): Promise<ListPage<RefundListRow>> {
  const reader = requireRole(actor, ...deskRoles);
  const { view, q } = filter;
  const { where, order } = pageSql({
    table: 'r',
    statuses: statusesOfRefundView[view],
    newestFirst: isNewestFirst(view),
  });
  const found = await query<Found>(
    `${select}
     WHERE ${where}
       AND ($7::text IS NULL OR r.id = $7 OR r.order_id = $7 OR r.external_id = $7 OR r.reference = $7)
     ${order}`,
    [...(await pageParams(filter, { after, prefix: 'rfd' })), q ?? null],
  );
  return pageOf(
    found,
    ({ createdAt }) => createdAt,
    (row) => rowOf(row, reader.userId),
  );
}

/** The refunds of one order, the latest first. Whoever may enter the desk. */
export async function refundsOfOrder(actor: Actor, orderId: string): Promise<RefundListRow[]> {
  const reader = requireRole(actor, ...deskRoles);
  const rows = await query<Found>(`${select} WHERE r.order_id = $1 ORDER BY r.created_at DESC LIMIT 50`, [
    orderId,
  ]);
  return rows.map((row) => rowOf(row, reader.userId));
}

/** How many there are under each view that people look at all day. */
export async function refundCounts(
  actor: Actor,
): Promise<Record<'open' | 'approval' | 'details' | 'ready' | 'out' | 'failed', number>> {
  requireRole(actor, ...deskRoles);
  const rows = await query<{ status: string; refunds: bigint }>(
    `SELECT status::text, count(*) AS refunds FROM refunds
     WHERE status NOT IN ('settled', 'canceled') GROUP BY status`,
  );
  const of = (view: 'approval' | 'details' | 'ready' | 'out' | 'failed') =>
    rows
      .filter(({ status }) => statusesOfRefundView[view]?.some((name) => name === status))
      .reduce((sum, row) => sum + Number(row.refunds), 0);
  return {
    open: rows.reduce((sum, row) => sum + Number(row.refunds), 0),
    approval: of('approval'),
    details: of('details'),
    ready: of('ready'),
    out: of('out'),
    failed: of('failed'),
  };
}

/** The methods that something was ever given back by, for filters. Whoever may enter the desk. */
export async function refundMethods(actor: Actor): Promise<{ id: string; titles: Localized }[]> {
  requireRole(actor, ...deskRoles);
  return query(
    `SELECT m.id, m.titles FROM payment_methods m
     WHERE EXISTS (SELECT 1 FROM refunds r WHERE r.method_id = m.id) ORDER BY m.sort, m.code`,
  );
}

function rowOf(found: Found, readerId: string): RefundListRow {
  const { methodTitles, scale, email, amountUnits, feeUnits, assetCode, requisites } = found;
  return {
    id: found.id,
    orderId: found.orderId,
    kind: found.kind,
    status: found.status,
    way: found.way,
    basis: found.basis,
    reason: found.reason,
    reference: found.reference,
    externalId: found.externalId,
    failure: found.failure,
    requestedBy: found.requestedBy,
    approvedBy: found.approvedBy,
    createdAt: found.createdAt,
    settledAt: found.settledAt,
    sentAt: found.sentAt,
    methodTitles,
    asset: assetCode,
    amount: formatUnits(amountUnits - feeUnits, scale),
    fee: feeUnits > 0n ? formatUnits(feeUnits, scale) : null,
    requisites: Object.values(requisites ?? {}).map(({ value }) => value),
    email,
    own: found.requestedById === readerId || found.customerId === readerId,
    cancelable: mayBeCanceled(found),
  };
}
