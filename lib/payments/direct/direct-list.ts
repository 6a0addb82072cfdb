import type { Actor } from '@/lib/auth/actor';
import { requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { OrderClaim } from '@/lib/exchange/order-row';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits, parseAmount } from '@/lib/money';
import { type AddressParams, type ListFilter, readListFilter } from '@/lib/payments/list-filter';
import { type ListPage, pageOf, pageParams, pageSql } from '@/lib/payments/list-page';
import type { PaymentStatus, PaymentSubject } from '@/lib/payments/payment-row';

/** `waiting`: the customer says that he has paid. `expected`: he has not yet said so. */
export const directViews = ['waiting', 'expected', 'paid', 'refused', 'canceled', 'all'] as const;

export type DirectView = (typeof directViews)[number];

/** `q`: a payment's, an order's or a top-up's number, or an amount. */
export type DirectFilter = ListFilter<DirectView>;

export const readDirectFilter = (params: AddressParams): DirectFilter => readListFilter(params, directViews);

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

const statusesOf: Record<DirectView, readonly PaymentStatus[] | null> = {
  waiting: ['claimed'],
  expected: ['created', 'started'],
  paid: ['paid'],
  refused: ['refused'],
  canceled: ['canceled'],
  all: null,
};

type Found = Omit<DirectRow, 'amount' | 'received' | 'requisites'> & {
  scale: number;
  amountUnits: bigint;
  receivedUnits: bigint | null;
  giveRequisites: Record<string, { display: string }> | null;
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
}): Promise<ListPage<DirectRow>> {
  requireRole(actor, ...deskRoles);
  // Who says that he has paid waits from then on.
  const claimed = filter.view === 'waiting';
  const { where, order } = pageSql({
    table: 'p',
    statuses: statusesOf[filter.view],
    newestFirst: !claimed && filter.view !== 'expected',
    ...(claimed && { sortAt: 'coalesce(p.claimed_at, p.created_at)' }),
  });
  const sought = filter.q ? soughtBy(filter.q) : null;
  const found = await query<Found>(
    `SELECT p.id, p.status::text, p.subject_kind AS "subjectKind", p.subject_id AS "subjectId",
       m.titles AS "methodTitles", a.code AS asset, a.scale, p.amount_units AS "amountUnits",
       p.received_units AS "receivedUnits", p.claim, coalesce(o.give_requisites, t.requisites) AS "giveRequisites",
       coalesce(o.email, u.email) AS email, t.number AS "topUpNumber", nullif(u.name, '') AS customer,
       p.created_at AS "createdAt", p.claimed_at AS "claimedAt", p.paid_at AS "paidAt",
       p.confirmed_by AS "confirmedBy", p.reason,
       (SELECT l.id FROM bank_statement_lines l
        WHERE l.method_id = p.method_id AND l.state = 'sure' AND l.payment_id = p.id LIMIT 1) AS "statementLineId"
     FROM payments p
       JOIN payment_methods m ON m.id = p.method_id JOIN assets a ON a.code = p.asset_code
       LEFT JOIN orders o ON p.subject_kind = 'order' AND o.id = p.subject_id
       LEFT JOIN top_ups t ON p.subject_kind = 'topup' AND t.id = p.subject_id
       LEFT JOIN users u ON u.id = t.user_id
     WHERE p.system_code = 'direct' AND ${where}
       AND ($7::text IS NULL OR p.id = $7 OR p.subject_id = $7)
       AND ($8::numeric IS NULL OR (p.amount_units = ANY (${unitsOfAnyAsset})
         AND p.amount_units = trunc($8::numeric * 10 ^ a.scale)))
     ${order}`,
    [...(await pageParams(filter, { after, prefix: 'pay' })), sought?.id ?? null, sought?.amount ?? null],
  );
  return pageOf(found, ({ claimedAt, createdAt }) => (claimed ? (claimedAt ?? createdAt) : createdAt), rowOf);
}

/** The amount sought in units of whatever asset: by these the index is asked, before a row's own asset is known. */
const unitsOfAnyAsset =
  'ARRAY (SELECT least(trunc($8::numeric * 10 ^ scale), 9223372036854775807)::bigint FROM assets)';

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

/** Methods that may have been paid by directly, for the list's filter: cash too, and what a system takes meanwhile. Desk. */
export async function directMethodChoices(actor: Actor): Promise<{ id: string; titles: Localized }[]> {
  requireRole(actor, ...deskRoles);
  return query(`SELECT id, titles FROM payment_methods WHERE kind <> 'wallet' ORDER BY sort, code`);
}

/** Text that is neither number nor amount finds nothing, rather than everything. */
function soughtBy(text: string): { id: string | null; amount: string | null } {
  const id = /(?:pay|ord|top)_[0-9a-z]{16}/.exec(text)?.[0] ?? null;
  if (id) return { id, amount: null };
  const amount = parseAmount(text, 8);
  return amount.ok ? { id: null, amount: formatUnits(amount.units, 8) } : { id: text, amount: null };
}

function rowOf({ scale, amountUnits, receivedUnits, giveRequisites, ...row }: Found): DirectRow {
  return {
    ...row,
    amount: formatUnits(amountUnits, scale),
    received: receivedUnits === null ? null : formatUnits(receivedUnits, scale),
    requisites: Object.values(giveRequisites ?? {}).map(({ display }) => display),
  };
}
