import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import { mayBeDecided } from '@/lib/payments/payouts/decide-payout';
import { isNewestFirst, type PayoutFilter, statusesOfView } from '@/lib/payments/payouts/payout-filter';
import { isContradicted, type PayoutRow, payoutColumnsOf } from '@/lib/payments/payouts/payout-row';
import { officeSettings } from '@/lib/settings';

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
  destination: string[];
  /** The connection's label. */
  system: string;
  /** null: the system. */
  requestedBy: string | null;
  /** Who asked for it may not approve it. */
  own: boolean;
  decidable: boolean;
  contradicted: boolean;
};

const pageSize = 50;

type Found = PayoutRow & {
  methodTitles: Localized;
  scale: number;
  label: string | null;
  requester: string | null;
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
}): Promise<{ rows: PayoutListRow[]; next: string | null }> {
  const reader = requireRole(actor, ...deskRoles);
  const { timeZone } = await officeSettings();
  const [, ms, id] = /^(\d{1,15})-(pot_[0-9a-z]{16})$/.exec(after ?? '') ?? [];
  const [sign, way] = isNewestFirst(filter.view) ? ['<', 'DESC'] : ['>', 'ASC'];
  const rows = await query<Found>(
    `SELECT ${payoutColumnsOf('p')}, m.titles AS "methodTitles", a.scale, c.label,
       coalesce(nullif(u.name, ''), u.email) AS requester
     FROM payouts p JOIN payment_methods m ON m.id = p.method_id JOIN assets a ON a.code = p.asset_code
       LEFT JOIN system_connections c ON c.id = p.connection_id LEFT JOIN users u ON u.id = p.requested_by
     WHERE ($1::"PayoutStatus"[] IS NULL OR p.status = ANY($1))
       AND ($2::text IS NULL OR p.method_id = $2)
       AND ($3::date IS NULL OR p.created_at >= ($3::date)::timestamp AT TIME ZONE $5)
       AND ($4::date IS NULL OR p.created_at < ($4::date + 1)::timestamp AT TIME ZONE $5)
       AND ($6::text IS NULL OR p.id = $6 OR p.subject_id = $6 OR p.external_id = $6 OR p.reference = $6)
       AND ($7::timestamptz IS NULL OR (p.created_at, p.id) ${sign} ($7, $8))
     ORDER BY p.created_at ${way}, p.id ${way} LIMIT ${pageSize + 1}`,
    [
      statusesOfView[filter.view],
      filter.method ?? null,
      filter.since ?? null,
      filter.until ?? null,
      timeZone,
      filter.q ?? null,
      ms === undefined ? null : new Date(Number(ms)),
      id ?? null,
    ],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => rowOf(row, reader.userId)),
    next: last ? `${last.createdAt.getTime()}-${last.id}` : null,
  };
}

/** How many there are in each status that somebody has to think of. */
export async function payoutCounts(
  actor: Actor,
): Promise<Record<'open' | 'approval' | 'queued' | 'out' | 'unknown', number>> {
  requireRole(actor, ...deskRoles);
  const rows = await query<{ status: string; payouts: bigint }>(
    `SELECT status::text, count(*) AS payouts FROM payouts
     WHERE status IN ('awaiting_approval', 'queued', 'sending', 'pending', 'unknown') GROUP BY status`,
  );
  const of = (...names: string[]) =>
    rows.filter(({ status }) => names.includes(status)).reduce((sum, row) => sum + Number(row.payouts), 0);
  return {
    open: rows.reduce((sum, row) => sum + Number(row.payouts), 0),
    approval: of('awaiting_approval'),
    queued: of('queued'),
    out: of('sending', 'pending'),
    unknown: of('unknown'),
  };
}

function rowOf(found: Found, readerId: string): PayoutListRow {
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
    destination: Object.values(destination),
    system: label ?? found.systemCode,
    requestedBy: found.requestedBy === 'system' ? null : (requester ?? found.requestedBy),
    own: found.requestedBy === readerId,
    decidable: mayBeDecided(found),
    contradicted: isContradicted(found),
  };
}
