import { type Actor, requireRole, type UserActor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
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
  /** Who asked for it may not approve it, nor pay it by hand. */
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
  fields: RequisiteField[];
  withdrawalNumber: number | null;
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
    `SELECT ${payoutColumnsOf('p')}, m.titles AS "methodTitles", m.fields, a.scale, c.label,
       coalesce(nullif(u.name, ''), u.email) AS requester, w.number AS "withdrawalNumber"
     FROM payouts p JOIN payment_methods m ON m.id = p.method_id JOIN assets a ON a.code = p.asset_code
       LEFT JOIN system_connections c ON c.id = p.connection_id LEFT JOIN users u ON u.id = p.requested_by
       LEFT JOIN withdrawals w ON p.subject_kind = 'withdrawal' AND w.id = p.subject_id
     WHERE ($1::"PayoutStatus"[] IS NULL OR p.status = ANY($1))
       AND ($2::text IS NULL OR p.method_id = $2)
       AND ($3::date IS NULL OR p.created_at >= ($3::date)::timestamp AT TIME ZONE $5)
       AND ($4::date IS NULL OR p.created_at < ($4::date + 1)::timestamp AT TIME ZONE $5)
       AND ($6::text IS NULL OR p.id = $6 OR p.subject_id = $6 OR p.external_id = $6 OR p.reference = $6)
       AND ($7::timestamptz IS NULL OR (p.created_at, p.id) ${sign} ($7, $8))
       AND ($9::boolean IS NULL OR (p.system_code = '${handSystem}') = $9)
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
      handOfView(filter.view),
    ],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => rowOf(row, reader)),
    next: last ? `${last.createdAt.getTime()}-${last.id}` : null,
  };
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
    own: found.requestedBy === reader.userId,
    decidable: mayBeDecided(found),
    contradicted: isContradicted(found),
  };
}
