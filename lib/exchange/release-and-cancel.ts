import { now } from '@/lib/clock';
import { inTransaction, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { giveUpPayments, lockPayments } from '@/lib/exchange/open-payment';
import { releaseTransfer } from '@/lib/exchange/order-ledger';
import type { CanceledBy, Order } from '@/lib/exchange/order-row';
import { post } from '@/lib/ledger/post';

type Cancellation = { order: Order; mover: Mover; canceledBy: CanceledBy; reason: string | null };

/**
 * The end of an unpaid order, whoever ends it: its payments are given up, the hold is released, letter U4. An order
 * that stays where it is when its customer says that he has paid (a direct payment of an order that no operator
 * processes) is ended by operators only.
 *
 * Throws `order_moved`, `order_held`, `move_not_allowed`.
 */
export async function releaseAndCancel(cancellation: Cancellation): Promise<void> {
  await inTransaction((tx) => releaseAndCancelWithin(tx, cancellation));
}

/** The same inside a transaction of the caller's, who may have locked the order's payments and nothing else of it. */
export async function releaseAndCancelWithin(
  tx: Tx,
  { order, mover, canceledBy, reason }: Cancellation,
): Promise<void> {
  const event = canceledBy === 'expired' ? 'expire' : 'cancel';
  const patch = { canceledAt: now(), canceledBy, cancelReason: reason };
  const payments = await lockPayments(tx, order.id);
  const claimed = order.status === 'in_progress' && payments.some(({ status }) => status === 'claimed');
  if (claimed && mover.kind !== 'operator') fail('order_moved', { params: { status: order.status } });
  await giveUpPayments(tx, order.id);
  const moved = await moveOrder(tx, { order, event, mover, patch, details: { reason } });
  if (moved.holdId !== null) await post(tx, releaseTransfer(moved, ledgerActor(mover)));
}
