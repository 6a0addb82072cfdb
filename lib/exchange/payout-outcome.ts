import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { exceptionAtEnd } from '@/lib/exchange/exception-at-end';
import { findMove } from '@/lib/exchange/find-move';
import { lockOrder } from '@/lib/exchange/lock-order';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { completionTransfer } from '@/lib/exchange/order-ledger';
import type { Order } from '@/lib/exchange/order-row';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { postOrder } from '@/lib/exchange/post-order';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';

/** The payout as it stands after its answer was kept, locked; and whose word the answer is. */
export type PayoutOutcome = { payout: PayoutRow; mover: Mover };

/**
 * The customer has been paid: the order is completed, the completion posting takes the hold, letters U3 and A1.
 * False where the order does not stand where it could be completed: then nothing was changed, and people must look.
 */
export async function payoutSettled(
  tx: Tx,
  orderId: string,
  { payout, mover }: PayoutOutcome,
): Promise<boolean> {
  const order = await lockOrder(tx, orderId);
  if (!findMove('payout_settled', order, mover.kind)) return false;
  const { reference, externalId } = payout;
  const toleranceUnits = await toleranceOf(tx, order);
  const moved = await moveOrder(tx, {
    order,
    event: 'payout_settled',
    exception: exceptionAtEnd({ ...order, status: 'completed' }, toleranceUnits),
    mover: unheld(mover),
    patch: { completedAt: now(), payoutReference: reference ?? externalId },
    details: { payoutId: payout.id, ...(reference && { payoutReference: reference }) },
  });
  await postOrder(
    tx,
    moved,
    completionTransfer(moved, ledgerActor(mover), { receipt: null, toleranceUnits }),
  );
  return true;
}

/** Nothing was paid, and it is certain: the operator decides what next; letter A5. False as in `payoutSettled`. */
export async function payoutRefused(
  tx: Tx,
  orderId: string,
  { payout, mover }: PayoutOutcome,
): Promise<boolean> {
  return told(tx, await lockOrder(tx, orderId), 'payout_refused', { payout, mover });
}

/** Nobody knows whether the customer was paid: the operator is alarmed once, letter A5. False as in `payoutSettled`. */
export async function payoutUnknown(
  tx: Tx,
  orderId: string,
  { payout, mover }: PayoutOutcome,
): Promise<boolean> {
  return told(tx, await lockOrder(tx, orderId), 'payout_unknown', { payout, mover });
}

async function told(
  tx: Tx,
  order: Order,
  event: 'payout_refused' | 'payout_unknown',
  { payout, mover }: PayoutOutcome,
): Promise<boolean> {
  if (!findMove(event, order, mover.kind)) return false;
  const reason = payout.reason ?? '';
  const details = { payoutId: payout.id, reason };
  await moveOrder(tx, { order, event, mover: unheld(mover), details, reason });
  return true;
}

/**
 * What became of money that is out does not wait until another operator lets the order go: without an id the
 * transition asks nobody's hold. The history keeps the name.
 */
function unheld(mover: Mover): Mover {
  return { ...mover, id: null };
}
