import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { completeIntoWallet, servesItself } from '@/lib/exchange/complete-into-wallet';
import { judgeReceipt } from '@/lib/exchange/judge-receipt';
import { lockOrder } from '@/lib/exchange/lock-order';
import { ledgerActor, moveOrder } from '@/lib/exchange/move-order';
import type { Mover } from '@/lib/exchange/mover';
import { receiptTransfer } from '@/lib/exchange/order-ledger';
import type { Order } from '@/lib/exchange/order-row';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { postOrder } from '@/lib/exchange/post-order';
import { receiptRate } from '@/lib/exchange/receipt-rate';
import { startPayout } from '@/lib/exchange/start-payout';
import { transition } from '@/lib/exchange/transition';
import { formatUnits } from '@/lib/money';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { activePayout } from '@/lib/payments/payouts/active-payout';

/**
 * Money of an order has come: the order moves by what it means (lib/exchange/judge-receipt.ts), the receipt is posted,
 * and where an automatic order is paid as agreed its payout is queued, or the wallet it goes into is credited; all in
 * the caller's transaction, which has locked the payment and set it `paid`. The order is locked after it, so nobody can
 * be first and no receipt is lost. `isNew`: the order is made in the same transaction, and its hold is still to be placed.
 *
 * Throws `order_held` where an operator confirms a payment of an order that another one works on.
 */
export async function receivePayment(
  tx: Tx,
  { payment, mover, isNew = false }: { payment: PaymentRow; mover: Mover; isNew?: boolean },
): Promise<void> {
  if (payment.status !== 'paid' || payment.receivedUnits === null)
    throw new Error(`the payment ${payment.id} is not paid`);
  const units = payment.receivedUnits;
  const order = await lockOrder(tx, payment.subjectId);
  const judgement = judgeReceipt(order, {
    units,
    payerAccount: payment.payer?.account,
    payerMustMatch: await payerMustMatch(tx, order),
    toleranceUnits: await toleranceOf(tx, order),
    paysOut: (await activePayout(tx, 'order', order.id)) !== null,
  });
  const receipt = { paymentId: payment.id, receivedUnits: units, systemFeeUnits: payment.systemFeeUnits };
  const patch = await receivedPatch(tx, order, units);
  const step = { order, ...judgement, mover, patch, details: detailsOf(order, payment) };
  if (judgement.event === 'receive' && servesItself(order)) {
    // Completed in the same breath: one letter tells of both.
    const received = { ...order, ...(await transition(tx, step)) };
    await completeIntoWallet(tx, received, { mover, receipt });
    return;
  }
  const moved = await moveOrder(tx, step);
  if (judgement.event === 'receive') await startPayout(tx, moved, mover);
  await postOrder(tx, moved, receiptTransfer(moved, receipt, ledgerActor(mover), { places: isNew }));
}

async function receivedPatch(tx: Tx, order: Order, units: bigint) {
  const receivedUnits = order.receivedUnits + units;
  if (order.receivedAt !== null) return { receivedUnits };
  const receiptMarketRate = await receiptRate(order.fromAsset, order.toAsset, tx);
  return { receivedUnits, receivedAt: now(), receiptMarketRate };
}

/** What the history keeps of it, for staff. */
function detailsOf({ from }: Order, payment: PaymentRow): Record<string, string> {
  return {
    paymentId: payment.id,
    amount: formatUnits(payment.receivedUnits ?? 0n, from.scale),
    asset: from.asset,
    ...(payment.externalId && { externalId: payment.externalId }),
    ...(payment.payer?.account && { payer: payment.payer.account }),
  };
}

async function payerMustMatch(tx: Tx, order: Order): Promise<boolean> {
  const method = await tx.one<{ must: boolean }>(
    'SELECT payer_must_match AS must FROM payment_methods WHERE id = $1',
    [order.fromMethodId],
  );
  return method.must;
}
