import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { confirmByHand } from '@/lib/exchange/confirm-by-hand';
import { findMove } from '@/lib/exchange/find-move';
import { lockOrder } from '@/lib/exchange/lock-order';
import { ledgerActor } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { giveUpPayments, lockPayments } from '@/lib/exchange/open-payment';
import { addHistory } from '@/lib/exchange/order-history';
import { refundStartTransfer } from '@/lib/exchange/order-ledger';
import { orderLetters } from '@/lib/exchange/order-letters';
import type { Order } from '@/lib/exchange/order-row';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { receiptRate } from '@/lib/exchange/receipt-rate';
import type { RefundDraft } from '@/lib/exchange/refund-draft';
import { exceptionByDebt } from '@/lib/exchange/refund-exception';
import { refundLetters } from '@/lib/exchange/refund-letters';
import { refundableUnits } from '@/lib/exchange/refund-limits';
import { refundPaid, touchOrder } from '@/lib/exchange/refund-outcome';
import { startPayout } from '@/lib/exchange/start-payout';
import { statusFacts } from '@/lib/exchange/status';
import { transition } from '@/lib/exchange/transition';
import { post } from '@/lib/ledger/post';
import { formatUnits } from '@/lib/money';
import { queueLetters } from '@/lib/notify/queue-letter';
import { activePayout } from '@/lib/payments/payouts/active-payout';
import type { RefundRow } from '@/lib/payments/refunds/refund-row';

type Decision = {
  /** As it was read before; a full refund loses to whoever moved it since. */
  order: Order;
  draft: Pick<RefundDraft, 'kind' | 'amountUnits' | 'feeUnits' | 'reason'>;
  mover: Mover;
  /** Writes the refund's row; called once the order's row is locked. */
  keep: (order: Order) => Promise<RefundRow>;
};

/**
 * A refund is decided on: from now on its amount belongs to nothing else. All in the caller's transaction, which has
 * locked nothing of the order yet.
 *
 * Throws `order_moved`, `order_held`, `move_not_allowed`, `payout_active`, `refund_too_much` (params: available, asset).
 */
export async function decideRefund(tx: Tx, decision: Decision): Promise<RefundRow> {
  return decision.draft.kind === 'full' ? decideFull(tx, decision) : decidePart(tx, decision);
}

/** The exchange is given up: the receipt is posted if it was not, the hold is released; what a wallet paid is there again. */
async function decideFull(tx: Tx, { order, draft, mover, keep }: Decision): Promise<RefundRow> {
  await lockPayments(tx, order.id);
  const confirmed = order.receivedUnits === 0n;
  const receipt = await confirmByHand(tx, order, mover);
  await giveUpPayments(tx, order.id);
  const { reason, kind } = draft;
  const patch = confirmed
    ? {
        receivedAt: now(),
        receivedUnits: order.giveUnits,
        receiptMarketRate: await receiptRate(order.fromAsset, order.toAsset, tx),
      }
    : {};
  const moved = {
    ...order,
    ...(await transition(tx, { order, event: 'start_refund', mover, patch, details: { reason, kind } })),
  };
  if (await activePayout(tx, 'order', order.id)) fail('payout_active');
  if (draft.amountUnits !== moved.receivedUnits) tooMuch(moved, moved.receivedUnits);
  const refund = await keep(moved);
  const release = statusFacts[order.status].holds;
  const transfer = refundStartTransfer(moved, ledgerActor(mover), { receipt, release });
  if (refund.way === 'wallet') {
    // Decided on and done: one letter and one transfer tell of both.
    await refundPaid(tx, { refund, mover, held: false, alongside: transfer?.holds ?? [] });
    return refund;
  }
  await queueLetters(tx, refundLetters('refund_started', moved, refund, reason));
  if (transfer) await post(tx, transfer);
  return refund;
}

/**
 * The order goes on, or stays as it is; where it waited for a word about too much money, it goes on as agreed, unless it
 * has gone on already and its payout is under way.
 */
async function decidePart(tx: Tx, { order: { id }, draft, mover, keep }: Decision): Promise<RefundRow> {
  await lockPayments(tx, id);
  const order = await lockOrder(tx, id);
  const { kind, amountUnits, reason } = draft;
  const most = await refundableUnits(tx, order, kind);
  if (amountUnits > most) tooMuch(order, most);
  const receivedUnits = order.receivedUnits - amountUnits;
  const accepts = await settlesExcess(tx, { ...order, receivedUnits }, draft, mover);
  const refund = await keep(order);
  const details = { refundId: refund.id, reason, kind, amount: formatUnits(amountUnits, order.from.scale) };
  let after: Order;
  if (accepts) {
    await giveUpPayments(tx, id);
    const moved = await transition(tx, { order, event: 'accept', mover, patch: { receivedUnits }, details });
    after = { ...order, ...moved };
    await queueLetters(tx, orderLetters('accepted', after));
    // Whoever asked for the refund has asked for the payout too, whoever approved it.
    const requester = { ...mover, id: refund.requestedById };
    if (order.status === 'in_progress') await startPayout(tx, after, requester);
  } else {
    const exception = await exceptionByDebt(tx, { ...order, receivedUnits }, amountUnits);
    after = await touchOrder(tx, { ...order, receivedUnits, exception });
    await addHistory(tx, after, 'refund_agreed', mover, details);
  }
  if (refund.way === 'wallet') await refundPaid(tx, { refund, mover, held: false });
  else await queueLetters(tx, refundLetters('refund_agreed', after, refund, reason));
  return refund;
}

/** Whether the refund is the word that an order waits for which was paid too much. `order`: less what goes back. */
async function settlesExcess(
  tx: Tx,
  order: Order,
  { kind }: Decision['draft'],
  mover: Mover,
): Promise<boolean> {
  if (order.exception !== 'overpaid' || !findMove('accept', order, mover.kind)) return false;
  if (await activePayout(tx, 'order', order.id)) return false;
  return kind === 'excess' || order.receivedUnits <= order.giveUnits + (await toleranceOf(tx, order));
}

function tooMuch({ from }: Order, units: bigint): never {
  return fail('refund_too_much', {
    params: { available: formatUnits(units, from.scale), asset: from.asset },
  });
}
