import { addMinutes, now } from '@/lib/clock';
import { inTransaction, query } from '@/lib/db';
import { expirable } from '@/lib/exchange/expire-orders';
import { openPayment } from '@/lib/exchange/open-payment';
import { orderLetter } from '@/lib/exchange/order-letters';
import { type Order, selectOrder } from '@/lib/exchange/order-row';
import { queueLetters } from '@/lib/notify/queue-letter';
import { officeSettings } from '@/lib/settings';

const batchSize = 200;

/**
 * Warns customers, once, whose unpaid orders expire soon: as many minutes before as the settings say, but not before
 * half of the order's time is over. Any number of workers may run it at once. Returns how many letters it queued.
 */
export async function warnExpiringOrders(): Promise<number> {
  const { expiryWarningMinutes } = await officeSettings();
  const orders = await query<Order>(
    `${selectOrder}
     WHERE ${expirable} AND o.expiry_warned_at IS NULL AND o.deleted_at IS NULL
       AND o.expires_at > $1 AND o.expires_at <= $2 AND $1 >= o.created_at + (o.expires_at - o.created_at) / 2
     ORDER BY o.expires_at LIMIT ${batchSize}`,
    [now(), addMinutes(now(), expiryWarningMinutes)],
  );
  let warned = 0;
  for (const order of orders) if (await warn(order)) warned += 1;
  return warned;
}

/** False if somebody else warned him, or the order has moved since. */
async function warn(order: Order): Promise<boolean> {
  return inTransaction(async (tx) => {
    const rows = await tx.query(
      `UPDATE orders SET expiry_warned_at = $3
       WHERE id = $1 AND status = $2::"OrderStatus" AND expiry_warned_at IS NULL RETURNING id`,
      [order.id, order.status, now()],
    );
    if (rows.length === 0) return false;
    const askedUnits = (await openPayment(tx, order.id))?.amountUnits;
    await queueLetters(tx, [orderLetter('order_expiring', { ...order, askedUnits })]);
    return true;
  });
}
