import type { Tx } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import { moveHistory } from '@/lib/exchange/order-history';
import { orderLetters } from '@/lib/exchange/order-letters';
import type { Order } from '@/lib/exchange/order-row';
import { type TransitionInput, transition } from '@/lib/exchange/transition';
import { queueLetters } from '@/lib/notify/queue-letter';

type MoveInput = Omit<TransitionInput, 'order'> & {
  order: Order;
  /** For letters whose reason the order does not keep. */
  reason?: string;
  /** For letters that ask for money: how much, where the order itself does not say it. */
  askedUnits?: bigint;
};

/** One move with the letters that tell of it. What it posts is the caller's, last in the transaction. */
export async function moveOrder(tx: Tx, { order, reason, askedUnits, ...step }: MoveInput): Promise<Order> {
  const moved: Order = { ...order, ...(await transition(tx, { ...step, order })) };
  await queueLetters(tx, orderLetters(moveHistory[step.event], { ...moved, askedUnits }, reason));
  return moved;
}

/** How the ledger names who caused a transfer. */
export function ledgerActor(mover: Mover): string {
  return mover.kind === 'operator' ? mover.name : mover.kind;
}
