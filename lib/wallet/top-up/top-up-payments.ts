import type { Queryable, Tx } from '@/lib/db';
import { type PaymentRow, paymentColumnsOf } from '@/lib/payments/payment-row';

/** All payments of a top-up, the first first. */
export function paymentsOfTopUp(db: Queryable, topUpId: string): Promise<PaymentRow[]> {
  return db.query<PaymentRow>(
    `SELECT ${paymentColumnsOf('p')} FROM payments p
     WHERE p.subject_kind = 'topup' AND p.subject_id = $1 ORDER BY p.number`,
    [topUpId],
    'payments_of_top_up',
  );
}

/** Locks the payments of a top-up, before the top-up itself: in this order always, or two would wait for each other. */
export function lockTopUpPayments(tx: Tx, topUpId: string): Promise<PaymentRow[]> {
  return tx.query<PaymentRow>(
    `SELECT ${paymentColumnsOf('p')} FROM payments p
     WHERE p.subject_kind = 'topup' AND p.subject_id = $1 ORDER BY p.number FOR UPDATE`,
    [topUpId],
    'lock_top_up_payments',
  );
}

/** Nobody waits for the open payments of a top-up any more; what still comes of them is credited all the same. */
export async function giveUpTopUpPayments(tx: Tx, topUpId: string): Promise<void> {
  await tx.query(
    `UPDATE payments SET status = 'canceled'
     WHERE subject_kind = 'topup' AND subject_id = $1 AND status IN ('created', 'started')`,
    [topUpId],
    'give_up_top_up_payments',
  );
}
