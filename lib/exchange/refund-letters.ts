import type { HistoryEvent } from '@/lib/exchange/order-history';
import { orderLetters } from '@/lib/exchange/order-letters';
import type { Order } from '@/lib/exchange/order-row';
import { refundNetUnits } from '@/lib/exchange/refund-ledger';
import { formatUnits } from '@/lib/money';
import type { QueuedLetter } from '@/lib/notify/queue-letter';
import type { RefundRow } from '@/lib/payments/refunds/refund-row';

/** The letters of an event of an order that are about a refund: they tell its amount, not the order's. */
export function refundLetters(
  event: HistoryEvent,
  order: Order,
  refund: RefundRow,
  reason?: string,
): QueuedLetter[] {
  const { scale } = order.from;
  const told = {
    kind: refund.kind,
    amount: formatUnits(refundNetUnits(refund), scale),
    fee: formatUnits(refund.feeUnits, scale),
    asset: refund.assetCode,
    ...(refund.status === 'awaiting_details' && { asksWhereTo: true }),
  };
  return orderLetters(event, order, reason).map((letter) =>
    letter.code === 'refund_started' || letter.code === 'refunded'
      ? { ...letter, props: { ...letter.props, refund: told } }
      : letter,
  );
}
