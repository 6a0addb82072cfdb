import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { exceptionAtEnd } from '@/lib/exchange/exception-at-end';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { completionTransfer, type Receipt } from '@/lib/exchange/order-ledger';
import type { Order } from '@/lib/exchange/order-row';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { postOrder } from '@/lib/exchange/post-order';

/**
 * An automatic order into a wallet is served at the moment its money is as it should be: there is no payout to wait for,
 * the wallet is credited in the caller's transaction; letters U3 and A1. With `receipt` the money that has come is
 * posted by the same transfer, for two would lock their accounts one after the other.
 */
export async function completeIntoWallet(
  tx: Tx,
  order: Order,
  { mover, receipt }: { mover: Mover; receipt: Receipt | null },
): Promise<Order> {
  const toleranceUnits = await toleranceOf(tx, order);
  const moved = await moveOrder(tx, {
    order,
    event: 'payout_settled',
    exception: exceptionAtEnd({ ...order, status: 'completed' }, toleranceUnits),
    // It follows from the step before, whoever holds the order.
    mover: { ...mover, id: null },
    patch: { completedAt: now() },
  });
  await postOrder(tx, moved, completionTransfer(moved, ledgerActor(mover), { receipt, toleranceUnits }));
  return moved;
}

/** Whether nothing but its money is needed to serve the order. */
export function servesItself({ type, toWallet }: Pick<Order, 'type' | 'toWallet'>): boolean {
  return type === 'automatic' && toWallet !== null;
}
