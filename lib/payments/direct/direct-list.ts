import type { Actor } from '@/lib/auth/actor';
import { requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { OrderClaim } from '@/lib/exchange/order-row';
import type { Localized } from '@/lib/exchange/types';
import { isId } from '@/lib/ids';
import { formatUnits, parseAmount } from '@/lib/money';
import { type PaymentStatus, type PaymentSubject, paymentStatuses } from '@/lib/payments/payment-row';
import { officeSettings } from '@/lib/settings';

/** `waiting`: the customer says that he has paid. `expected`: he has not yet said so. */
export const directViews = ['waiting', 'expected', 'paid', 'refused', 'canceled', 'all'] as const;

export type DirectView = (typeof directViews)[number];

export type DirectFilter = {
  view: DirectView;
  /** A method's id. */
  method?: string;
  /** Days of the office's time zone on which it was asked for, both included. */
  since?: string;
  until?: string;
  /** A payment's, an order's or a top-up's number, or an amount. */
  q?: string;
};

export type DirectRow = {
  id: string;
  status: PaymentStatus;
  subjectKind: PaymentSubject;
  subjectId: string;
  methodTitles: Localized;
  asset: string;
  amount: string;
  received: string | null;
  claim: OrderClaim | null;
  /** What the customer pays from, as the order or the top-up has it. */
  requisites: string[];
  email: string | null;
  /** A top-up's: its number, as its customer says it, and his name. */
  topUpNumber: number | null;
  customer: string | null;
  createdAt: Date;
  claimedAt: Date | null;
  paidAt: Date | null;
  confirmedBy: string | null;
  reason: string | null;
  /** A line of a bank's statement that is proposed for it. */
  statementLineId: string | null;
};

const pageSize = 50;

const statusesOf: Record<DirectView, readonly PaymentStatus[]> = {
  waiting: ['claimed'],
  expected: ['created', 'started'],
  paid: ['paid'],
  refused: ['refused'],
  canceled: ['canceled'],
  all: paymentStatuses,
};

/** What an address asks for; parameters that cannot be understood filter nothing. */
export function readDirectFilter(params: Record<string, string | string[] | undefined>): DirectFilter {
  const one = (name: string) => (typeof params[name] === 'string' ? params[name].trim().slice(0, 100) : '');
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(one(name)) ? one(name) : undefined);
  const method = isId('mth', one('method')) ? one('method') : undefined;
  return {
    view: directViews.find((view) => view === one('view')) ?? 'waiting',
    ...(method && { method }),
    ...(day('since') && { since: day('since') }),
    ...(day('until') && { until: day('until') }),
    ...(one('q') && { q: one('q') }),
  };
}

type Found = Omit<DirectRow, 'amount' | 'received' | 'requisites'> & {
  scale: number;
  amountUnits: bigint;
  receivedUnits: bigint | null;
  giveRequisites: Record<string, { display: string }> | null;
  sortAt: Date;
};

/**
 * One page of direct payments: what waits the longest first, what is done the newest first. Whoever may enter the
 * desk. `after`: the cursor of the page before.
 */
export async function directPage({
  actor,
  filter,
  after,
}: {
  actor: Actor;
  filter: DirectFilter;
  after?: string;
}): Promise<{ rows: DirectRow[]; next: string | null }> {
  requireRole(actor, ...deskRoles);
  const { timeZone } = await officeSettings();
  const oldestFirst = filter.view === 'waiting' || filter.view === 'expected';
  const [, ms, id] = /^(\d{1,15})-(pay_[0-9a-z]{16})$/.exec(after ?? '') ?? [];
  const sought = filter.q ? soughtBy(filter.q) : null;
  const rows = await query<Found>(
    `SELECT p.id, p.status::text, p.subject_kind AS "subjectKind", p.subject_id AS "subjectId",
       m.titles AS "methodTitles", a.code AS asset, a.scale, p.amount_units AS "amountUnits",
       p.received_units AS "receivedUnits", p.claim, coalesce(o.give_requisites, t.requisites) AS "giveRequisites",
       coalesce(o.email, u.email) AS email, t.number AS "topUpNumber", nullif(u.name, '') AS customer,
       p.created_at AS "createdAt", p.claimed_at AS "claimedAt", p.paid_at AS "paidAt",
       p.confirmed_by AS "confirmedBy", p.reason, ${sortAt} AS "sortAt",
       (SELECT l.id FROM bank_statement_lines l WHERE l.payment_id = p.id AND l.state = 'sure' LIMIT 1)
         AS "statementLineId"
     FROM payments p
       JOIN payment_methods m ON m.id = p.method_id JOIN assets a ON a.code = p.asset_code
       LEFT JOIN orders o ON p.subject_kind = 'order' AND o.id = p.subject_id
       LEFT JOIN top_ups t ON p.subject_kind = 'topup' AND t.id = p.subject_id
       LEFT JOIN users u ON u.id = t.user_id
     WHERE p.system_code = 'direct' AND p.status = ANY($1::"PaymentStatus"[])
       AND ($2::text IS NULL OR p.method_id = $2)
       AND ($3::date IS NULL OR p.created_at >= ($3::date)::timestamp AT TIME ZONE $5)
       AND ($4::date IS NULL OR p.created_at < ($4::date + 1)::timestamp AT TIME ZONE $5)
       AND ($6::text IS NULL OR p.id = $6 OR p.subject_id = $6)
       AND ($7::numeric IS NULL OR p.amount_units = trunc($7::numeric * 10 ^ a.scale))
       AND ($8::timestamptz IS NULL OR (${sortAt}, p.id) ${oldestFirst ? '>' : '<'} ($8, $9))
     ORDER BY ${sortAt} ${oldestFirst ? 'ASC' : 'DESC'}, p.id ${oldestFirst ? 'ASC' : 'DESC'} LIMIT ${pageSize + 1}`,
    [
      statusesOf[filter.view],
      filter.method ?? null,
      filter.since ?? null,
      filter.until ?? null,
      timeZone,
      sought?.id ?? null,
      sought?.amount ?? null,
      ms === undefined ? null : new Date(Number(ms)),
      id ?? null,
    ],
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: page.map(rowOf), next: last ? `${last.sortAt.getTime()}-${last.id}` : null };
}

const sortAt = 'coalesce(p.claimed_at, p.created_at)';

/** How many there are under each view that people look at all day. */
export async function directCounts(actor: Actor): Promise<{ waiting: number; expected: number }> {
  requireRole(actor, ...deskRoles);
  const [counts] = await query<{ waiting: bigint; expected: bigint }>(
    `SELECT count(*) FILTER (WHERE status = 'claimed') AS waiting,
       count(*) FILTER (WHERE status IN ('created', 'started')) AS expected
     FROM payments WHERE system_code = 'direct' AND status IN ('created', 'started', 'claimed')`,
  );
  return { waiting: Number(counts?.waiting ?? 0), expected: Number(counts?.expected ?? 0) };
}

/** Text that is neither number nor amount finds nothing, rather than everything. */
function soughtBy(text: string): { id: string | null; amount: string | null } {
  const id = /(?:pay|ord|top)_[0-9a-z]{16}/.exec(text)?.[0] ?? null;
  if (id) return { id, amount: null };
  const amount = parseAmount(text, 8);
  return amount.ok ? { id: null, amount: formatUnits(amount.units, 8) } : { id: text, amount: null };
}

function rowOf({ scale, amountUnits, receivedUnits, giveRequisites, sortAt: _, ...row }: Found): DirectRow {
  return {
    ...row,
    amount: formatUnits(amountUnits, scale),
    received: receivedUnits === null ? null : formatUnits(receivedUnits, scale),
    requisites: Object.values(giveRequisites ?? {}).map(({ display }) => display),
  };
}
