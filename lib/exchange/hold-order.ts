import type { Actor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { type Mover, operatorMover } from '@/lib/exchange/mover';
import { deskOrder } from '@/lib/exchange/order-access';
import { addHistory, type HistoryEvent } from '@/lib/exchange/order-history';
import type { Order } from '@/lib/exchange/order-row';
import { statusFacts } from '@/lib/exchange/status';
import { tellAfterCommit } from '@/lib/live';

type Holding = { orderId: string; actor: Actor };

/**
 * The operator opens the order to work on it and holds it, so that others see by whom it is held. Holding again is no
 * error; an order that is over is not held at all. Throws `not_found`, `order_held` (params: by).
 */
export async function holdOrder({ orderId, actor }: Holding): Promise<{ held: boolean }> {
  const mover = operatorMover(actor);
  const order = await deskOrder(orderId);
  if (order.heldBy === mover.id) return { held: true };
  if (isOver(order)) return { held: false };
  if (order.heldBy !== null) fail('order_held', { params: { by: order.heldByName ?? order.heldBy } });
  await changeHolder(order, mover, mover.id, 'held');
  return { held: true };
}

/**
 * The operator takes the order over from whoever holds it; the history keeps from whom. An order that is over stays
 * with whoever finished it. Throws as `holdOrder`.
 */
export async function takeOverOrder({ orderId, actor }: Holding): Promise<void> {
  const mover = operatorMover(actor);
  const order = await deskOrder(orderId);
  if (order.heldBy === mover.id || isOver(order)) return;
  const from = order.heldByName ?? order.heldBy;
  await changeHolder(
    order,
    mover,
    mover.id,
    from === null ? 'held' : 'taken_over',
    from === null ? {} : { from },
  );
}

/** The operator lets the order go; nothing happens if it is not his. Throws `not_found`. */
export async function releaseOrder({ orderId, actor }: Holding): Promise<void> {
  const mover = operatorMover(actor);
  const order = await deskOrder(orderId);
  if (order.heldBy === mover.id) await changeHolder(order, mover, null, 'released');
}

function isOver({ status, exception }: Order): boolean {
  return statusFacts[status].terminal && exception === null;
}

/** Compare-and-set of the holder; whoever is second is told who was first. */
async function changeHolder(
  order: Order,
  mover: Mover & { id: string },
  holder: string | null,
  event: HistoryEvent,
  details: Record<string, unknown> = {},
): Promise<void> {
  const changed = await inTransaction(async (tx) => {
    const rows = await tx.query(
      `UPDATE orders SET held_by = $3, held_at = $4, version = version + 1
       WHERE id = $1 AND held_by IS NOT DISTINCT FROM $2 RETURNING id`,
      [order.id, order.heldBy, holder, holder && now()],
    );
    if (rows.length === 0) return false;
    await addHistory(tx, order, event, mover, details);
    tellAfterCommit(tx, `order:${order.id}`, 'desk');
    return true;
  });
  if (changed) return;
  const present = await deskOrder(order.id);
  if (present.heldBy !== holder) fail('order_held', { params: { by: present.heldByName ?? '' } });
}
