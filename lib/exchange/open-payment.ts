import { now } from '@/lib/clock';
import type { Queryable, Tx } from '@/lib/db';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';

/** The payment that an order waits for: the latest that was neither paid nor given up, or null. */
export async function openPayment(db: Queryable, orderId: string): Promise<PaymentRow | null> {
  const [row] = await db.query<PaymentRow>(
    `SELECT ${paymentColumnsOf('p')} FROM payments p
     WHERE p.subject_kind = 'order' AND p.subject_id = $1 AND p.status NOT IN ('paid', 'canceled')
     ORDER BY p.created_at DESC, p.number DESC LIMIT 1`,
    [orderId],
    'open_payment',
  );
  return row ?? null;
}

/**
 * Whether the payment is waited for. One whose time is over is not, unless its customer says that he has paid: its page
 * takes nothing any more.
 */
export function isAwaited({ status, expiresAt }: Pick<PaymentRow, 'status' | 'expiresAt'>): boolean {
  if (status === 'claimed') return true;
  return (status === 'created' || status === 'started') && (expiresAt === null || expiresAt > now());
}

/** All payments of an order, the first first. */
export function paymentsOfOrder(db: Queryable, orderId: string): Promise<PaymentRow[]> {
  return db.query<PaymentRow>(
    `SELECT ${paymentColumnsOf('p')} FROM payments p
     WHERE p.subject_kind = 'order' AND p.subject_id = $1 ORDER BY p.created_at, p.number`,
    [orderId],
    'payments_of_order',
  );
}

/**
 * Locks the payments of an order, before the order itself: in this order always, or two would wait for each other.
 * Whoever confirms one of them is either first, and seen, or waits.
 */
export function lockPayments(tx: Tx, orderId: string): Promise<PaymentRow[]> {
  return tx.query<PaymentRow>(
    `SELECT ${paymentColumnsOf('p')} FROM payments p
     WHERE p.subject_kind = 'order' AND p.subject_id = $1 ORDER BY p.number FOR UPDATE`,
    [orderId],
    'lock_payments',
  );
}

/**
 * Nobody waits for the open payments of an order any more; what still comes of them is late. Systems that can be asked
 * are asked on as before.
 */
export async function giveUpPayments(tx: Tx, orderId: string): Promise<void> {
  await tx.query(
    `UPDATE payments SET status = 'canceled'
     WHERE subject_kind = 'order' AND subject_id = $1 AND status IN ('created', 'started', 'claimed')`,
    [orderId],
    'give_up_payments',
  );
}

/** A direct payment that was claimed after its order was over is looked for again. */
export async function takeUpPayments(tx: Tx, orderId: string): Promise<void> {
  await tx.query(
    `UPDATE payments SET status = 'claimed'
     WHERE subject_kind = 'order' AND subject_id = $1 AND status = 'canceled' AND connection_id IS NULL
       AND claimed_at IS NOT NULL`,
    [orderId],
    'take_up_payments',
  );
}
