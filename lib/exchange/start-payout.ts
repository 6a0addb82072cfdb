import type { Tx } from '@/lib/db';
import { completeIntoWallet, servesItself } from '@/lib/exchange/complete-into-wallet';
import type { Mover } from '@/lib/exchange/mover';
import type { Order } from '@/lib/exchange/order-row';
import { queuePayout } from '@/lib/payments/payouts/queue-payout';

/**
 * Queues the payout of an automatic order whose money is as it should be, or credits the wallet that it goes into; other
 * types are paid out by people. The receipt of the money is posted before or was.
 */
export async function startPayout(tx: Tx, order: Order, mover: Mover): Promise<void> {
  if (servesItself(order)) await completeIntoWallet(tx, order, { mover, receipt: null });
  if (order.type !== 'automatic' || order.toWallet !== null) return;
  const destination = Object.entries(order.getRequisites).map(([key, { value }]) => [key, value]);
  await queuePayout(tx, {
    subjectKind: 'order',
    subjectId: order.id,
    methodId: order.toMethodId,
    asset: order.toAsset,
    amountUnits: order.getUnits,
    destination: Object.fromEntries(destination),
    requestedBy: mover.id ?? 'system',
  });
}
