import type { Tx } from '@/lib/db';
import { lockOrder } from '@/lib/exchange/lock-order';
import { paymentSystemMover } from '@/lib/exchange/mover';
import { addHistory } from '@/lib/exchange/order-history';
import { orderLetter } from '@/lib/exchange/order-letters';
import { tellAfterCommit } from '@/lib/live';
import { queueLetters } from '@/lib/notify/queue-letter';
import { storableText } from '@/lib/payments/notice-text';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { tellTopUpDoubt } from '@/lib/wallet/top-up/tell-doubt';

/**
 * A system says something of a payment that does not fit it. An order does not move; its history keeps what was said
 * and letter A5 leaves, each once, however often the system repeats itself.
 */
export async function tellOfDoubt(tx: Tx, payment: PaymentRow, said: string): Promise<void> {
  const reason = storableText(said, 300);
  if (payment.subjectKind === 'topup') return tellTopUpDoubt(tx, payment.subjectId, reason);
  if (payment.subjectKind !== 'order') return;
  const order = await lockOrder(tx, payment.subjectId);
  const known = await tx.query(
    `SELECT id FROM order_events WHERE order_id = $1 AND event = 'payment_contradicted' AND details->>'reason' = $2`,
    [order.id, reason],
  );
  if (known.length > 0) return;
  await tx.query('UPDATE orders SET version = version + 1 WHERE id = $1', [order.id]);
  const mover = paymentSystemMover(payment.systemCode);
  await addHistory(tx, order, 'payment_contradicted', mover, { paymentId: payment.id, reason });
  await queueLetters(tx, [orderLetter('A5', { ...order, version: order.version + 1 }, reason)]);
  tellAfterCommit(tx, `order:${order.id}`, 'desk');
}
