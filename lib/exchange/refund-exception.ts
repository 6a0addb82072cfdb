import type { Queryable } from '@/lib/db';
import type { Order } from '@/lib/exchange/order-row';
import { toleranceOf } from '@/lib/exchange/order-tolerance';
import { owedUnits } from '@/lib/exchange/refund-limits';
import { type OrderException, statusFacts } from '@/lib/exchange/status';
import { activePayout } from '@/lib/payments/payouts/active-payout';

/** Beside these, or none, an order that is over tells whether it still owes. */
const ofDebt = [
  null,
  'overpaid',
  'paid_late',
  'underpaid',
] as const satisfies readonly (OrderException | null)[];

/**
 * The exception of an order beside a refund: `overpaid` while more is owed than was agreed and nobody has decided on
 * it, so that it is seen at the desk, and not longer. More urgent ones stay, and an order that waits for its money's
 * decision keeps what it waits for. Ask under the order's lock.
 *
 * `order` as it is to be kept; `decidedUnits`: what is on its way back of what the ledger still owes.
 */
export async function exceptionByDebt(
  db: Queryable,
  order: Order,
  decidedUnits: bigint,
): Promise<OrderException | null> {
  const { id, status, exception, receivedUnits, giveUnits } = order;
  if (status === 'canceled' || status === 'refunding') return exception;
  if (statusFacts[status].terminal) {
    if (!ofDebt.some((known) => known === exception)) return exception;
    return (await owedUnits(db, order)) > decidedUnits ? 'overpaid' : null;
  }
  if (exception !== 'overpaid' || receivedUnits > giveUnits + (await toleranceOf(db, order)))
    return exception;
  // Without a payout under way it is cleared by the step that lets the order go on, and by nothing else.
  return (await activePayout(db, 'order', id)) ? null : exception;
}
