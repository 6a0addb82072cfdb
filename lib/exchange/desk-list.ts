import { type Actor, requireRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { type DeskFilter, sortShown } from '@/lib/exchange/desk-filter';
import { deskRequisites } from '@/lib/exchange/desk-requisites';
import { type DeskStep, deskSteps, isEmpty } from '@/lib/exchange/desk-steps';
import { type DeskFacts, orderBy, orderWhere } from '@/lib/exchange/desk-where';
import { deskRoles } from '@/lib/exchange/mover';
import type { RequisiteLine } from '@/lib/exchange/order-lines';
import { type OrderRow, orderColumn, type Requisites } from '@/lib/exchange/order-row';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import type { ExchangeType, Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';
import type { RequisiteField } from '@/lib/requisites/field';

/** One side of an order at the desk: the method's code and titles, the amount as a plain decimal. */
export type DeskSide = { code: string; titles: Localized; amount: string; asset: string };

/** A row of the desk's list. Plain data for client components. */
export type DeskRow = {
  id: string;
  version: number;
  status: OrderStatus;
  exception: OrderException | null;
  type: ExchangeType;
  from: DeskSide;
  to: DeskSide;
  /** What has come of the customer's money, as a plain decimal; null: nothing. */
  received: string | null;
  email: string;
  locale: string;
  /** ISO 8601, as all moments here. */
  createdAt: string;
  waitingSince: string;
  scheduledFor: string | null;
  heldBy: string | null;
  heldByName: string | null;
  /** Where the customer is paid to. */
  payout: RequisiteLine[];
  /** It is paid from the customer's wallet, and what goes back goes there. */
  fromWallet: boolean;
  /** What its state allows an operator. */
  steps: DeskStep[];
  /** No money came: it may be canceled or deleted with others. */
  empty: boolean;
};

export type DeskPage = { rows: DeskRow[]; next: string | null };

const pageSize = 50;

const listed = [
  'id',
  'version',
  'status',
  'exception',
  'type',
  'giveUnits',
  'receivedUnits',
  'getUnits',
  'email',
  'locale',
  'createdAt',
  'waitingSince',
  'scheduledFor',
  'receivedAt',
  'deletedAt',
  'heldBy',
  'fromWallet',
  'getRequisites',
] as const satisfies (keyof OrderRow)[];

type Method = { code: string; titles: Localized; asset: string; scale: number; fields: RequisiteField[] };

type Found = Pick<OrderRow, (typeof listed)[number]> & {
  from: Method;
  to: Method;
  heldByName: string | null;
  giveRequisites: Requisites;
};

/**
 * One page of the desk's list; `after` is the `next` of the page before. The page's ids are found first, on indexes
 * alone; what their rows tell is joined to these few. Staff of the desk only.
 */
export async function deskPage({
  actor,
  filter,
  facts,
  after,
}: {
  actor: Actor;
  filter: DeskFilter;
  facts: DeskFacts;
  after?: string;
}): Promise<DeskPage> {
  requireRole(actor, ...deskRoles);
  const { sql, params } = deskPageSql(filter, facts, after);
  const found = await query<Found>(sql, params);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const next = found.length > pageSize && last ? cursorOf(last, filter) : null;
  return { rows: rows.map(rowOf), next };
}

/** The statement of a page, which the benchmark explains too. */
export function deskPageSql(filter: DeskFilter, facts: DeskFacts, after?: string) {
  const { sql: where, params } = orderWhere(filter, facts);
  const column = sortShown(filter) === 'oldest' ? 'waiting_since' : 'created_at';
  const beyond = column === 'waiting_since' ? '>' : '<';
  const cursor = /^(\d{1,15})-(ord_[0-9a-z]{16})$/.exec(after ?? '');
  const from = cursor
    ? `AND (o.${column}, o.id) ${beyond} ($${params.push(new Date(Number(cursor[1])))}, $${params.push(cursor[2])})`
    : '';
  const method = (table: string) =>
    `jsonb_build_object('code', ${table}.code, 'titles', ${table}.titles, 'fields', ${table}.fields,
       'asset', a${table}.code, 'scale', a${table}.scale)`;
  const order = orderBy(filter);
  // The page is found on what indexes hold themselves, and only its rows are read: a filter that many orders pass
  // would otherwise read each of them to sort them.
  const sql = `
    WITH page AS MATERIALIZED (
      SELECT o.id, o.created_at, o.waiting_since FROM orders o WHERE ${where} ${from} ORDER BY ${order}
      LIMIT ${pageSize + 1}
    ), o AS MATERIALIZED (SELECT o.* FROM page JOIN orders o ON o.id = page.id)
    SELECT ${listed.map((field) => `o.${orderColumn[field]} AS "${field}"`).join(', ')},
      '{}'::jsonb AS "giveRequisites", ${method('mf')} AS "from", ${method('mt')} AS "to",
      coalesce(nullif(u.name, ''), u.email) AS "heldByName"
    FROM o
      JOIN payment_methods mf ON mf.id = o.from_method_id JOIN assets amf ON amf.code = o.from_asset
      JOIN payment_methods mt ON mt.id = o.to_method_id JOIN assets amt ON amt.code = o.to_asset
      LEFT JOIN users u ON u.id = o.held_by
    ORDER BY ${order}`;
  return { sql, params };
}

function cursorOf(row: Found, filter: DeskFilter): string {
  const moment = sortShown(filter) === 'oldest' ? row.waitingSince : row.createdAt;
  return `${moment.getTime()}-${row.id}`;
}

function rowOf(order: Found): DeskRow {
  const side = (method: Method, units: bigint): DeskSide => ({
    code: method.code,
    titles: method.titles,
    amount: formatUnits(units, method.scale),
    asset: method.asset,
  });
  return {
    id: order.id,
    version: order.version,
    status: order.status,
    exception: order.exception,
    type: order.type,
    from: side(order.from, order.giveUnits),
    to: side(order.to, order.getUnits),
    received: order.receivedUnits > 0n ? formatUnits(order.receivedUnits, order.from.scale) : null,
    email: order.email,
    locale: order.locale,
    createdAt: order.createdAt.toISOString(),
    waitingSince: order.waitingSince.toISOString(),
    scheduledFor: order.scheduledFor?.toISOString() ?? null,
    heldBy: order.heldBy,
    heldByName: order.heldByName,
    payout: deskRequisites(order, 'get'),
    fromWallet: order.fromWallet !== null,
    steps: deskSteps(order),
    empty: isEmpty(order),
  };
}
