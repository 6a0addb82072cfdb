import type { Tx } from '@/lib/db';
import { lockOrder } from '@/lib/exchange/lock-order';
import type { Mover } from '@/lib/exchange/mover';
import { addHistory } from '@/lib/exchange/order-history';
import { orderLetter } from '@/lib/exchange/order-letters';
import { tellAfterCommit } from '@/lib/live';
import { queueLetters } from '@/lib/notify/queue-letter';
import type { PayoutRow } from '@/lib/payments/payouts/payout-row';
import { withdrawalTrouble } from '@/lib/wallet/withdrawal/withdrawal-outcome';

/**
 * Something about a payout that fits nothing we know: kept in the order's history, letter A5. The order does not move,
 * but its version grows, so that open pages look again and the letter is no repetition of an earlier one. Of a
 * withdrawal's payout the office is told by letter withdrawal_to_pay.
 */
export async function payoutTrouble(tx: Tx, payout: PayoutRow, mover: Mover, reason: string): Promise<void> {
  if (payout.subjectKind === 'withdrawal') return withdrawalTrouble(tx, payout, reason);
  const order = await lockOrder(tx, payout.subjectId);
  await tx.query('UPDATE orders SET version = version + 1 WHERE id = $1', [order.id]);
  await addHistory(tx, order, 'payout_contradicted', mover, { payoutId: payout.id, reason });
  await queueLetters(tx, [orderLetter('A5', { ...order, version: order.version + 1 }, reason)]);
  tellAfterCommit(tx, `order:${order.id}`, 'desk');
}
