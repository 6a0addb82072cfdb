import { z } from 'zod';
import { audit } from '@/lib/audit';
import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { eachOrder, type OrderResult, orderIdsInput } from '@/lib/exchange/each-order';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { addHistory } from '@/lib/exchange/order-history';
import type { Order } from '@/lib/exchange/order-row';
import { releaseAndCancel } from '@/lib/exchange/release-and-cancel';
import { tellAfterCommit } from '@/lib/live';
import { parseInput } from '@/lib/parse-input';

export const deleteOrdersInput = z.object({ orderIds: orderIdsInput });

/**
 * Hides empty orders from the lists: canceled ones to which no money came; unpaid ones are canceled first. History,
 * letters and the audit keep them, their customers' pages too, and a late claim brings one back. The others are named
 * in the result (`order_not_empty`, `order_moved`, `order_held`, `not_found`). Throws `invalid_input`, `forbidden`.
 */
export async function deleteOrders({
  actor,
  ...input
}: z.input<typeof deleteOrdersInput> & { actor: Actor }): Promise<OrderResult[]> {
  const mover = operatorMover(actor);
  const { orderIds } = parseInput(deleteOrdersInput, input);
  return eachOrder(orderIds, async (orderId) => {
    const order = await deskOrder(orderId);
    if (order.deletedAt !== null) return;
    await deleteOrder(await canceled(order, mover), actor, mover);
  });
}

/** The order, canceled if it was still unpaid. */
async function canceled(order: Order, mover: Mover): Promise<Order> {
  if (order.status !== 'pending_processing' && order.status !== 'in_progress') return order;
  await releaseAndCancel({ order, mover, canceledBy: 'operator', reason: null });
  return deskOrder(order.id);
}

async function deleteOrder(order: Order, actor: Actor, mover: Mover): Promise<void> {
  const isEmpty = order.status === 'canceled' && order.exception === null && order.receivedAt === null;
  if (!isEmpty) fail('order_not_empty');
  if (order.heldBy !== null && order.heldBy !== mover.id)
    fail('order_held', { params: { by: order.heldByName ?? order.heldBy } });
  await inTransaction(async (tx) => {
    if (!(await hide(tx, order, mover))) fail('order_not_empty');
    await addHistory(tx, order, 'deleted', mover);
    const before = {
      status: order.status,
      email: order.email,
      giveUnits: order.giveUnits,
      getUnits: order.getUnits,
    };
    await audit(tx, { actor, action: 'order.delete', subject: order.id, before });
    tellAfterCommit(tx, `order:${order.id}`, 'desk');
  });
}

/** Compare-and-set with the count; false if the order has moved since, for example by a late claim. */
async function hide(tx: Tx, order: Order, mover: Mover): Promise<boolean> {
  const rows = await tx.query(
    `WITH hidden AS (
       UPDATE orders SET deleted_at = $2, version = version + 1
       WHERE id = $1 AND status = 'canceled' AND exception IS NULL AND received_at IS NULL AND deleted_at IS NULL
         AND (held_by IS NULL OR held_by = $3)
       RETURNING id, status
     ), counted AS (
       INSERT INTO order_counts (status, stripe, orders)
       SELECT status, $4::smallint, -1 FROM hidden
       ON CONFLICT (status, stripe) DO UPDATE SET orders = order_counts.orders - 1
     )
     SELECT id FROM hidden`,
    [order.id, now(), mover.id, Math.floor(Math.random() * 16)],
  );
  return rows.length > 0;
}
