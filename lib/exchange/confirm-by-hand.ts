import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { Mover } from '@/lib/exchange/mover';
import type { Receipt } from '@/lib/exchange/order-ledger';
import type { OrderRow } from '@/lib/exchange/order-row';
import { refuseOwnOrder } from '@/lib/exchange/own-order';
import { directSystem, expectPayment } from '@/lib/payments/expect-payment';

/**
 * The operator goes on with an order, and says by that that its money has come: its payment is paid, in full. Locks
 * the payment, so it stands before the order's move in a transaction: payments are always locked before orders.
 * Returns what is to be posted, or null where money has come already. Throws `move_not_allowed` for what a wallet pays,
 * and what `refuseOwnOrder` throws.
 */
export async function confirmByHand(tx: Tx, order: OrderRow, mover: Mover): Promise<Receipt | null> {
  if (order.receivedUnits > 0n) return null;
  // Nobody but its owner takes money out of a wallet.
  if (order.fromWallet !== null) return fail('move_not_allowed', { params: { status: order.status } });
  await refuseOwnOrder(tx, order, mover);
  const open = await tx.maybeOne<{ id: string }>(
    `SELECT id FROM payments WHERE subject_kind = 'order' AND subject_id = $1 AND status <> 'paid'
     ORDER BY created_at DESC, id LIMIT 1 FOR UPDATE`,
    [order.id],
  );
  const paymentId = open?.id ?? (await missing(tx, order)).id;
  await tx.query(
    `UPDATE payments SET status = 'paid', received_units = $2, paid_at = $3, confirmed_by = $4, next_poll_at = NULL
     WHERE id = $1`,
    [paymentId, order.giveUnits, now(), mover.name],
  );
  return { paymentId, receivedUnits: order.giveUnits, systemFeeUnits: 0n };
}

/** Orders that are older than payments have none. */
function missing(tx: Tx, order: OrderRow) {
  return expectPayment(tx, {
    subjectKind: 'order',
    subjectId: order.id,
    methodId: order.fromMethodId,
    connectionId: null,
    systemCode: directSystem,
    asset: order.fromAsset,
    amountUnits: order.giveUnits,
    expiresAt: null,
    officeRequisitesId: null,
  });
}
