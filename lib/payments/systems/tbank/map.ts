import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { type ExactJson, listAt, textAt } from '@/lib/payments/exact-json';
import { fromMinorUnits } from '@/lib/payments/plain-amount';

const underWay = new Set([
  'NEW',
  'FORM_SHOWED',
  'PREAUTHORIZING',
  'AUTHORIZING',
  '3DS_CHECKING',
  '3DS_CHECKED',
  'PAY_CHECKING',
  'AUTHORIZED',
  'CONFIRMING',
  'CONFIRM_CHECKING',
  // The payer may try another card.
  'AUTH_FAIL',
]);
const over = new Set([
  'REVERSING',
  'REVERSED',
  'REFUNDING',
  'ASYNC_REFUNDING',
  'REFUNDED',
  'CANCELED',
  'DEADLINE_EXPIRED',
  'ATTEMPTS_EXPIRED',
  'REJECTED',
]);

/** A payment in a notice or a list: `Status`, `PaymentId` and `Amount` in kopecks. */
export function paymentState(payment: ExactJson): PaymentAnswer {
  const status = textAt(payment, 'Status') ?? '';
  const paymentId = textAt(payment, 'PaymentId');
  if (!paymentId || !/^[0-9]{1,20}$/.test(paymentId)) return unknown('the payment has no id');
  const told = { externalId: paymentId, facts: { paymentId } };
  if (underWay.has(status)) return { outcome: 'pending', ...told };
  if (over.has(status))
    return refused(`status ${status}, error ${textAt(payment, 'ErrorCode') ?? 'not told'}`);
  const amount = fromMinorUnits(textAt(payment, 'Amount'), 2);
  if (status !== 'CONFIRMED' || amount === null) return unknown(`status ${status || 'missing'}`);
  return { outcome: 'settled', amount, asset: 'RUB', ...told };
}

/** What CheckOrder says: an order may have several payments; one that is paid is enough, one that goes on is hope. */
export function orderState(told: ExactJson, orderId: string): PaymentAnswer {
  if (textAt(told, 'OrderId') !== orderId) return unknown('CheckOrder answered about another order');
  const answers = listAt(told, 'Payments').map(paymentState);
  const rank = ['settled', 'unknown', 'pending', 'refused'] as const;
  for (const outcome of rank) {
    const found = answers.find((answer) => answer.outcome === outcome);
    if (found) return found;
  }
  return { outcome: 'pending' };
}
