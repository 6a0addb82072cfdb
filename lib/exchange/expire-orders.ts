import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { timer } from '@/lib/exchange/mover';
import { type Order, selectOrder } from '@/lib/exchange/order-row';
import { releaseAndCancel } from '@/lib/exchange/release-and-cancel';
import { log } from '@/lib/log';

const batchSize = 100;

/** Orders that wait for their money, of which neither a part has come nor the customer says so. */
export const expirable = `o.status IN ('pending_processing', 'in_progress') AND o.received_units = 0
  AND (o.status = 'pending_processing' OR o.claimed_at IS NULL)`;

/**
 * Cancels unpaid orders whose time is over: hold released, letter U4. Each in its own transaction by the same move
 * as everything else, so whoever claims or cancels at that moment is either first or second, never both.
 * Any number of workers may run it at once. Returns how many orders it expired.
 */
export async function expireOrders(): Promise<number> {
  let expired = 0;
  for (;;) {
    const orders = await query<Order>(
      `${selectOrder}
       WHERE ${expirable} AND o.expires_at <= $1
       ORDER BY o.expires_at LIMIT ${batchSize}`,
      [now()],
    );
    let ended = 0;
    for (const order of orders) if (await expireOrder(order)) ended += 1;
    expired += ended;
    // Nothing of a whole batch ended by us: others are at it, and what is left waits for the next run.
    if (orders.length < batchSize || ended === 0) return expired;
  }
}

/** Expires one order that is due; false if somebody was first. One that cannot be expired holds up no other. */
export async function expireOrder(order: Order): Promise<boolean> {
  try {
    await releaseAndCancel({ order, mover: timer, canceledBy: 'expired', reason: null });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'order_moved') return false;
    log.error({ err: error, orderId: order.id }, 'an order could not be expired');
    return false;
  }
}
