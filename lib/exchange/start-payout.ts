import type { Tx } from '@/lib/db';
import type { Mover } from '@/lib/exchange/mover';
import type { Order } from '@/lib/exchange/order-row';
import { queuePayout } from '@/lib/payments/payouts/queue-payout';

/** Queues the payout of an automatic order whose money is as it should be; other types are paid out by people. */
export async function startPayout(tx: Tx, order: Order, mover: Mover): Promise<void> {
  if (order.type !== 'automatic') return;
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
