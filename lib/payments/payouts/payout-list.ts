import { type Actor, requireRole, type UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import { type ListPage, pageOf, pageParams, pageSql } from '@/lib/payments/list-page';
import { handSystem, isByHand, mayTellOfTaken } from '@/lib/payments/payouts/by-hand';
import { mayBeDecided } from '@/lib/payments/payouts/decide-payout';
import {
  handOfView,
  isNewestFirst,
  type PayoutFilter,
  type PayoutView,
  statusesOfView,
} from '@/lib/payments/payouts/payout-filter';
import { isContradicted, type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import type { RequisiteField } from '@/lib/requisites/field';

type Kept = Pick<
  PayoutRow,
  | 'id'
  | 'status'
  | 'subjectKind'
  | 'subjectId'
  | 'waitsFor'
  | 'reference'
  | 'externalId'
  | 'reason'
  | 'approvedBy'
  | 'decidedBy'
  | 'createdAt'
  | 'sentAt'
  | 'settledAt'
  | 'nextTryAt'
  | 'checks'
>;

/** A payout as the desk's list shows it. */
export type PayoutListRow = Kept & {
  methodTitles: Localized;
  asset: string;
  amount: string;
  /** What the system took beside it; null: nothing. */
  fee: string | null;
  /** Where to, value by value: each can be copied. */
  destination: { titles: Localized; value: string }[];
  /** An operator pays it himself. */
  byHand: boolean;
  /** Who has gone to pay it by hand; null: nobody, or a system. */
  takenBy: string | null;
  /** Whether the reader is the one who says what became of it then. */
  tellsOfTaken: boolean;
  /** Of a withdrawal: its number, and whose. */
  withdrawal: { number: number; customer: string } | null;
  /** The connection's label. */
  system: string;
  /** null: the system. */
  requestedBy: string | null;
  /** Who asked for it may not approve it, nor pay it by hand; nor may whose order it pays. */
  own: boolean;
  decidable: boolean;
  contradicted: boolean;
};

type Found = PayoutRow & {
  methodTitles: Localized;
  scale: number;
  label: string | null;
  requester: string | null;
  fields: RequisiteField[];
  withdrawalNumber: number | null;
  /** Of an order's payout: whose order it is, where he was signed in. */
  customerId: string | null;
};

/** One page of payouts. Whoever may enter the desk. `after`: the cursor of the page before. */
export async function payoutPage({
  actor,
  filter,
  after,
}: {
  actor: Actor;
  filter: PayoutFilter;
  after?: string;
}): Promise<ListPage<PayoutListRow>> {
  const reader = requireRole(actor, ...deskRoles);
  const { view, q } = filter;
  const { where, order } = pageSql({
    table: 'p',
    statuses: statusesOfView[view],
    newestFirst: isNewestFirst(view),
  });
  const found = await query<Found>(
    `SELECT ${payoutColumnsOf('p')}, m.titles AS "methodTitles", m.fields, a.scale, c.label,
       coalesce(nullif(u.name, ''), u.email) AS requester, w.number AS "withdrawalNumber",
       o.customer_id AS "customerId"
     FROM payouts p JOIN payment_methods m ON m.id = p.method_id JOIN assets a ON a.code = p.asset_code
       LEFT JOIN system_connections c ON c.id = p.connection_id LEFT JOIN users u ON u.id = p.requested_by
       LEFT JOIN withdrawals w ON p.subject_kind = 'withdrawal' AND w.id = p.subject_id
       LEFT JOIN orders o ON p.subject_kind = 'order' AND o.id = p.subject_id
     WHERE ${where}
       AND ($7::text IS NULL OR p.id = $7 OR p.subject_id = $7 OR p.external_id = $7 OR p.reference = $7)
       AND ($8::boolean IS NULL OR (p.system_code = '${handSystem}') = $8)
     ${order}`,
    [...(await pageParams(filter, { after, prefix: 'pot' })), q ?? null, handOfView(view)],
  );
  return pageOf(
    found,
    ({ createdAt }) => createdAt,
    (row) => rowOf(row, reader),
  );
}

/** How many there are in each status that somebody has to think of. */
export async function payoutCounts(
  actor: Actor,
): Promise<Record<'open' | 'hand' | 'approval' | 'queued' | 'out' | 'unknown', number>> {
  requireRole(actor, ...deskRoles);
  const rows = await query<{ status: string; hand: boolean; payouts: bigint }>(
    `SELECT status::text, system_code = '${handSystem}' AS hand, count(*) AS payouts FROM payouts
     WHERE status IN ('awaiting_approval', 'queued', 'sending', 'pending', 'unknown') GROUP BY 1, 2`,
  );
  const of = (view: PayoutView) => {
    const [statuses, hand] = [statusesOfView[view], handOfView(view)];
    return rows
      .filter((row) => statuses?.some((status) => status === row.status) && row.hand === (hand ?? row.hand))
      .reduce((sum, row) => sum + Number(row.payouts), 0);
  };
  return {
    open: of('open'),
    hand: of('hand'),
    approval: of('approval'),
    queued: of('queued'),
    out: of('out'),
    unknown: of('unknown'),
  };
}

function rowOf(found: Found, reader: UserActor): PayoutListRow {
  const { methodTitles, assetCode, amountUnits, systemFeeUnits, scale, destination, label, requester } =
    found;
  return {
    id: found.id,
    status: found.status,
    subjectKind: found.subjectKind,
    subjectId: found.subjectId,
    waitsFor: found.waitsFor,
    reference: found.reference,
    externalId: found.externalId,
    reason: found.reason,
    approvedBy: found.approvedBy,
    decidedBy: found.decidedBy,
    createdAt: found.createdAt,
    sentAt: found.sentAt,
    settledAt: found.settledAt,
    nextTryAt: found.nextTryAt,
    checks: found.checks,
    methodTitles,
    asset: assetCode,
    amount: formatUnits(amountUnits, scale),
    fee: systemFeeUnits > 0n ? formatUnits(systemFeeUnits, scale) : null,
    destination: Object.entries(destination).map(([key, value]) => {
      const field = found.fields.find((known) => known.key === key && known.side === 'get');
      return { titles: field?.titles ?? { en: key, ru: key }, value };
    }),
    byHand: isByHand(found),
    takenBy: found.facts.takenBy ?? null,
    tellsOfTaken: mayTellOfTaken(found, reader),
    withdrawal:
      found.withdrawalNumber === null
        ? null
        : { number: found.withdrawalNumber, customer: requester ?? found.requestedBy },
    system: label ?? found.systemCode,
    requestedBy: found.requestedBy === 'system' ? null : (requester ?? found.requestedBy),
    own: found.requestedBy === reader.userId || found.customerId === reader.userId,
    decidable: mayBeDecided(found),
    contradicted: isContradicted(found),
  };
}
