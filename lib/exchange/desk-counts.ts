import { query } from '@/lib/db';
import {
  type OrderStatus,
  openStatuses,
  orderStatuses,
  statusFacts,
  undecidedExceptions,
} from '@/lib/exchange/status';

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');
const waiting = orderStatuses.filter((status) => statusFacts[status].waitsForOffice);

export type DeskCounts = Record<OrderStatus | 'waiting' | 'open' | 'all', number>;

/**
 * How many orders, deleted ones apart, stand where: from the counts that the writer of statuses keeps. What is to
 * be decided on waits for the office as well, wherever it stands, and is counted on its own small index.
 */
export async function deskCounts(): Promise<DeskCounts> {
  const [perStatus, [undecided]] = await Promise.all([
    query<{ status: OrderStatus; orders: string }>(
      'SELECT status, sum(orders)::text AS orders FROM order_counts GROUP BY status',
    ),
    query<{ orders: number }>(
      `SELECT count(*)::int AS orders FROM orders o
       WHERE o.deleted_at IS NULL AND o.exception IN (${listed(undecidedExceptions)})
         AND o.status NOT IN (${listed(waiting)})`,
    ),
  ]);
  const counted = new Map(perStatus.map(({ status, orders }) => [status, Number(orders)]));
  const sum = (statuses: readonly OrderStatus[]) =>
    statuses.reduce((total, status) => total + (counted.get(status) ?? 0), 0);
  const each = Object.fromEntries(orderStatuses.map((status) => [status, sum([status])]));
  return {
    ...(each as Record<OrderStatus, number>),
    waiting: sum(waiting) + (undecided?.orders ?? 0),
    open: sum(openStatuses),
    all: sum(orderStatuses),
  };
}
