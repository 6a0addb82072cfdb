import type { Tx } from '@/lib/db';
import { lockOrder } from '@/lib/exchange/lock-order';
import { ledgerActor } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { addHistory } from '@/lib/exchange/order-history';
import { orderLetters } from '@/lib/exchange/order-letters';
import type { Order } from '@/lib/exchange/order-row';
import { postOrder } from '@/lib/exchange/post-order';
import { exceptionByDebt } from '@/lib/exchange/refund-exception';
import { refundPaidTransfer } from '@/lib/exchange/refund-ledger';
import { refundLetters } from '@/lib/exchange/refund-letters';
import { transition } from '@/lib/exchange/transition';
import type { HoldStep } from '@/lib/ledger/posting';
import { tellAfterCommit } from '@/lib/live';
import { queueLetters } from '@/lib/notify/queue-letter';
import type { RefundRow } from '@/lib/payments/refunds/refund-row';

type Paid = {
  /** As it stands after its answer was kept, locked. */
  refund: RefundRow;
  mover: Mover;
  /** Told to the customer. */
  note?: string;
  /** Whether the amount was held on the reserve. */
  held: boolean;
  /** Holds of the order that end with it. */
  alongside?: HoldStep[];
};

/**
 * The money went back: posted, letter `refunded`. A full refund ends its order; an excess or a part leaves the order's
 * status alone, whatever it is by now. Throws `ledger_overdraft` where nothing was held and the reserve is short.
 */
export async function refundPaid(tx: Tx, { refund, mover, note, held, alongside }: Paid): Promise<void> {
  const order = await lockOrder(tx, refund.orderId);
  const details = { refundId: refund.id, ...(refund.reference && { reference: refund.reference }) };
  const refundReference = refund.reference ?? refund.externalId;
  let after: Order;
  if (refund.kind === 'full' && order.status === 'refunding') {
    const receivedUnits = order.receivedUnits - refund.amountUnits;
    const patch = { receivedUnits, refundReference, note: note ?? order.note };
    const moved = { ...order, ...(await transition(tx, { order, event: 'refund', mover, patch, details })) };
    // What came after the refund was decided on is still owed.
    const exception = await exceptionByDebt(tx, moved, refund.amountUnits);
    after = exception === moved.exception ? moved : await touchOrder(tx, { ...moved, exception });
    await queueLetters(tx, refundLetters('refunded', after, refund));
  } else {
    const exception = await exceptionByDebt(tx, order, refund.amountUnits);
    after = await touchOrder(tx, { ...order, refundReference, exception });
    await addHistory(tx, after, 'refund_paid', mover, details);
    await queueLetters(tx, refundLetters('refund_paid', { ...after, note: note ?? null }, refund));
  }
  const ways = { held, wallet: order.fromWallet, ...(alongside && { alongside }) };
  await postOrder(tx, order, refundPaidTransfer(refund, ledgerActor(mover), ways));
}

/** Something about a refund that people must look at: kept in the history, letter A5. */
export async function refundTrouble(tx: Tx, refund: RefundRow, mover: Mover, reason: string): Promise<void> {
  const order = await lockOrder(tx, refund.orderId);
  const after = await touchOrder(tx, order);
  await addHistory(tx, order, 'refund_trouble', mover, { refundId: refund.id, reason });
  await queueLetters(tx, orderLetters('refund_trouble', after, reason));
}

/**
 * Keeps what a refund changes of an order beside its status; the caller has locked it. The version grows, so that open pages look again, and no
 * letter is a repetition of an earlier one.
 */
export async function touchOrder(tx: Tx, order: Order): Promise<Order> {
  const version = order.version + 1;
  await tx.query(
    `UPDATE orders SET version = $2, received_units = $3, refund_reference = $4, exception = $5::"OrderException"
     WHERE id = $1`,
    [order.id, version, order.receivedUnits, order.refundReference, order.exception],
  );
  tellAfterCommit(tx, `order:${order.id}`, 'desk');
  return { ...order, version };
}
