import { createHash } from 'node:crypto';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { findMove, hasPassed, type OrderState } from '@/lib/exchange/find-move';
import type { Move } from '@/lib/exchange/move';
import type { Mover } from '@/lib/exchange/mover';
import type { OrderEventName } from '@/lib/exchange/moves';
import { historyEvents, moveHistory } from '@/lib/exchange/order-history';
import { type OrderRow, orderColumn, orderColumnsOf, orderColumnValue } from '@/lib/exchange/order-row';
import type { OrderException } from '@/lib/exchange/status';
import { newId } from '@/lib/ids';
import { tellAfterCommit } from '@/lib/live';

type Fixed = 'id' | 'status' | 'exception' | 'type' | 'version' | 'createdAt' | 'deletedAt';

/** What a move writes beside the status. */
export type OrderPatch = Partial<Omit<OrderRow, Fixed>>;

export type TransitionInput = {
  /** The order as it was when the step was decided on: this is what the write expects to find. */
  order: Pick<OrderRow, 'id' | 'status' | 'exception' | 'type' | 'receivedUnits' | 'deletedAt'>;
  event: OrderEventName;
  mover: Mover;
  patch?: OrderPatch;
  /** Where the table leaves the exception to the step. */
  exception?: OrderException | null;
  /** Kept in the history; what the customer must not read belongs into notes. */
  details?: Record<string, unknown>;
};

/** Stripes of order_counts: neighbours that move at once rarely wait for the same row. */
const countStripes = 16;

/**
 * The only writer of an order's status: compare-and-set, history and counts in one statement. The write repeats
 * the expected status, exception and money received, and for operators that nobody else holds the order. A deleted order that moves
 * (a late claim) comes back into the lists. Returns the order as it stands now: amounts and letters are taken from it,
 * not from what was read before.
 *
 * Throws `order_moved` (params: status, by, byKind, at) to whoever was second, `order_held` (by),
 * `move_not_allowed` for what such an order never does.
 */
export async function transition(tx: Tx, input: TransitionInput): Promise<OrderRow> {
  const { order, event, mover, patch = {}, details = {}, exception } = input;
  const move = findMove(event, order, mover.kind);
  if (!move) return refuse(tx, order, event, mover);
  const at = now();
  const values: unknown[] = [
    order.id,
    order.status,
    order.exception,
    move.to,
    exceptionAfter(move, order, exception),
    at,
    order.deletedAt !== null,
    mover.kind === 'operator' ? mover.id : null,
    newId('evt'),
    moveHistory[event],
    mover.kind,
    mover.id,
    mover.name,
    historyEvents[moveHistory[event]].public,
    JSON.stringify(details),
    Math.floor(Math.random() * countStripes),
    order.receivedUnits,
  ];
  const sets = columnSets({ waitingSince: at, ...patch }, values);
  const [moved] = await tx.query<OrderRow>(statement(sets), values, nameOf(sets));
  if (!moved) return loseTo(tx, order.id, event, mover);
  tellAfterCommit(tx, `order:${order.id}`, 'desk');
  return moved;
}

function exceptionAfter(
  move: Move,
  order: Pick<OrderRow, 'id' | 'exception'>,
  chosen: OrderException | null = null,
): OrderException | null {
  const after = move.exception;
  if (after === null || typeof after === 'string') return after === 'keep' ? order.exception : after;
  if (!after.oneOf.includes(chosen)) throw new Error(`${order.id}: the step names no exception`);
  return chosen;
}

/** One name for each set of columns, so that a connection parses and plans the statement once. */
const nameOf = (sets: string) => `transition_${createHash('sha256').update(sets).digest('hex').slice(0, 24)}`;

const statement = (sets: string) => `
  WITH moved AS (
    UPDATE orders o SET status = $4::"OrderStatus", exception = $5::"OrderException", version = o.version + 1,
      deleted_at = NULL, held_by = coalesce($8, o.held_by), ${sets},
      held_at = CASE WHEN $8::text IS NULL OR o.held_by = $8 THEN o.held_at ELSE $6::timestamptz END
    WHERE o.id = $1 AND o.status = $2::"OrderStatus" AND o.exception IS NOT DISTINCT FROM $3::"OrderException"
      AND o.received_units = $17 AND (o.deleted_at IS NOT NULL) = $7 AND ($8::text IS NULL OR o.held_by IS NULL OR o.held_by = $8)
    RETURNING ${orderColumnsOf('o')}
  ), history AS (
    INSERT INTO order_events (id, order_id, at, event, actor_kind, actor_id, actor_name,
      from_status, to_status, exception, public, details)
    SELECT $9, id, $6, $10, $11, $12, $13, $2::"OrderStatus", $4::"OrderStatus", exception, $14, $15::jsonb FROM moved
  ), counted AS (
    INSERT INTO order_counts (status, stripe, orders)
    SELECT change.status, $16::smallint, sum(change.orders)
    FROM moved, (VALUES ($2::"OrderStatus", CASE WHEN $7 THEN 0 ELSE -1 END), ($4::"OrderStatus", 1))
      AS change (status, orders)
    GROUP BY change.status HAVING sum(change.orders) <> 0 ORDER BY change.status
    ON CONFLICT (status, stripe) DO UPDATE SET orders = order_counts.orders + excluded.orders
  )
  SELECT * FROM moved`;

/** `column = $n, …` for the patch, whose values are appended. Column names come from our own table only. */
function columnSets(patch: OrderPatch, values: unknown[]): string {
  const fields = Object.keys(patch) as (keyof OrderPatch)[];
  return fields
    .map((field) => {
      values.push(orderColumnValue(field, patch[field]));
      return `${orderColumn[field]} = $${values.length}`;
    })
    .join(', ');
}

type Present = OrderState & { heldBy: string | null; holder: string | null };

/** Somebody was first: says who, when, and where the order stands now. */
async function loseTo(tx: Tx, orderId: string, event: OrderEventName, mover: Mover): Promise<never> {
  const present = await tx.maybeOne<Present>(
    `SELECT o.status, o.exception, o.type, o.received_units AS "receivedUnits", o.held_by AS "heldBy", coalesce(nullif(u.name, ''), u.email) AS holder
     FROM orders o LEFT JOIN users u ON u.id = o.held_by WHERE o.id = $1`,
    [orderId],
  );
  if (!present) return fail('not_found');
  const heldByOther = mover.kind === 'operator' && present.heldBy !== null && present.heldBy !== mover.id;
  if (heldByOther && findMove(event, present, mover.kind))
    return fail('order_held', { params: { by: present.holder ?? present.heldBy ?? '' } });
  return fail('order_moved', { params: await whoWasFirst(tx, orderId, present, mover) });
}

/** The table knows no such move from here: either it was made already, or it is never made. */
async function refuse(
  tx: Tx,
  order: TransitionInput['order'],
  event: OrderEventName,
  mover: Mover,
): Promise<never> {
  if (!hasPassed(event, order.status, order.type))
    return fail('move_not_allowed', { params: { status: order.status } });
  return fail('order_moved', { params: await whoWasFirst(tx, order.id, order, mover) });
}

/** Names of staff are for staff: to the customer it was the office, and himself he need not be told of. */
const toldToCustomer: Record<string, string> = { operator: 'office', timer: 'timer' };

async function whoWasFirst(
  db: Pick<Tx, 'query'>,
  orderId: string,
  present: Pick<OrderState, 'status' | 'exception'>,
  mover: Mover,
): Promise<Record<string, string>> {
  const [last] = await db.query<{ at: Date; kind: string; name: string | null }>(
    `SELECT at, actor_kind AS kind, actor_name AS name FROM order_events
     WHERE order_id = $1 AND (from_status IS DISTINCT FROM to_status OR event = 'late_claim')
     ORDER BY at DESC, from_status DESC NULLS LAST LIMIT 1`,
    [orderId],
  );
  const toStaff = mover.kind === 'operator';
  return {
    status: present.status,
    exception: present.exception ?? '',
    byKind: (toStaff ? last?.kind : toldToCustomer[last?.kind ?? '']) ?? 'nobody',
    by: toStaff ? (last?.name ?? '') : '',
    at: last?.at.toISOString() ?? '',
  };
}
