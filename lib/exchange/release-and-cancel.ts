import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { releaseTransfer } from '@/lib/exchange/order-ledger';
import type { CanceledBy, Order } from '@/lib/exchange/order-row';
import { post } from '@/lib/ledger/post';

type Cancellation = { order: Order; mover: Mover; canceledBy: CanceledBy; reason: string | null };

/**
 * The end of an unpaid order, whoever ends it: the hold is released, letter U4.
 * Throws `order_moved`, `order_held`, `move_not_allowed`.
 */
export async function releaseAndCancel({ order, mover, canceledBy, reason }: Cancellation): Promise<void> {
  const event = canceledBy === 'expired' ? 'expire' : 'cancel';
  const patch = { canceledAt: now(), canceledBy, cancelReason: reason };
  await inTransaction(async (tx) => {
    const moved = await moveOrder(tx, { order, event, mover, patch, details: { reason } });
    if (moved.holdId !== null) await post(tx, releaseTransfer(moved, ledgerActor(mover)));
  });
}
