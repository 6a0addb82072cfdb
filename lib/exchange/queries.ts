import { type Actor, requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { paymentsOfOrder } from '@/lib/exchange/open-payment';
import { type OrderReader, readableOrder } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import { selectOrder } from '@/lib/exchange/order-row';
import { type OrderHistoryLine, type OrderView, orderView } from '@/lib/exchange/order-view';
import type { OrderException, OrderStatus } from '@/lib/exchange/status';
import type { Localized } from '@/lib/exchange/types';
import { isId } from '@/lib/ids';
import { formatUnits } from '@/lib/money';

/** The order as its customer sees it. Throws `not_found`, for foreign orders as for missing ones. */
export async function loadOrderView({
  orderId,
  reader,
}: {
  orderId: string;
  reader: OrderReader;
}): Promise<OrderView> {
  const { order, as } = await readableOrder(orderId, reader);
  const [history, payments] = await Promise.all([
    publicHistory(orderId),
    paymentsOfOrder({ query }, orderId),
  ]);
  return orderView(order, { history, payments }, as);
}

/** Grows with every change of the order: what pages compare. Null if there is none. Tells nothing else. */
export async function orderVersion(orderId: string): Promise<number | null> {
  if (!isId('ord', orderId)) return null;
  const [row] = await query<{ version: number }>('SELECT version FROM orders WHERE id = $1', [orderId]);
  return row?.version ?? null;
}

/** One of the customer's orders in his list. */
export type OrderListItem = {
  id: string;
  status: OrderStatus;
  exception: OrderException | null;
  createdAt: string;
  expiresAt: string;
  from: { code: string; titles: Localized; amount: string; asset: string };
  to: { code: string; titles: Localized; amount: string; asset: string };
};

export type OrderListPage = { orders: OrderListItem[]; next: string | null };

const cursorForm = /^(\d{1,15})-(ord_[0-9a-z]{16})$/;

/** The signed-in customer's own orders, newest first; `after` is the `next` of the page before. Throws `not_signed_in`. */
export async function ordersOfCustomer({
  actor,
  after,
  limit = 20,
}: {
  actor: Actor;
  after?: string;
  limit?: number;
}): Promise<OrderListPage> {
  const { userId } = requireUser(actor);
  const [, ms, id] = cursorForm.exec(after ?? '') ?? [];
  const rows = await query<Order>(
    `${selectOrder} WHERE o.customer_id = $1 AND ($2::timestamptz IS NULL OR (o.created_at, o.id) < ($2, $3))
     ORDER BY o.created_at DESC, o.id DESC LIMIT $4`,
    [userId, ms === undefined ? null : new Date(Number(ms)), id ?? null, limit + 1],
  );
  const orders = rows.slice(0, limit);
  const last = orders.at(-1);
  const next = rows.length > limit && last ? `${last.createdAt.getTime()}-${last.id}` : null;
  return { orders: orders.map(listItem), next };
}

/** More than may be open at once. */
const toPayMost = 20;

/**
 * The signed-in customer's orders that wait for his money, whatever their type, the most urgent first: unpaid, with a
 * rest that was asked for, not those whose payment he has told of. Throws `not_signed_in`.
 */
export async function ordersToPay({ actor }: { actor: Actor }): Promise<OrderListItem[]> {
  const { userId } = requireUser(actor);
  const orders = await query<Order>(
    `${selectOrder} WHERE o.customer_id = $1 AND (o.status = 'pending_processing' OR (o.status = 'in_progress'
       AND EXISTS (SELECT FROM payments p WHERE p.subject_kind = 'order' AND p.subject_id = o.id
         AND p.status IN ('created', 'started', 'refused'))))
     ORDER BY o.expires_at, o.id LIMIT ${toPayMost}`,
    [userId],
  );
  return orders.map(listItem);
}

function listItem(order: Order): OrderListItem {
  const { from, to } = order;
  return {
    id: order.id,
    status: order.status,
    exception: order.exception,
    createdAt: order.createdAt.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    from: {
      code: from.code,
      titles: from.titles,
      amount: formatUnits(order.giveUnits, from.scale),
      asset: from.asset,
    },
    to: {
      code: to.code,
      titles: to.titles,
      amount: formatUnits(order.getUnits, to.scale),
      asset: to.asset,
    },
  };
}

type HistoryRow = Omit<OrderHistoryLine, 'at'> & { at: Date };

async function publicHistory(orderId: string): Promise<OrderHistoryLine[]> {
  const rows = await query<HistoryRow>(
    `SELECT id, at, event, actor_kind AS by, to_status AS status, exception
     FROM order_events WHERE order_id = $1 AND public ORDER BY at, from_status NULLS FIRST, id`,
    [orderId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
