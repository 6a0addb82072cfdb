import { refused, unknown } from '@/lib/payments/ask';
import type { PaymentAnswer } from '@/lib/payments/contract/pay-in';
import { type ExactJson, textAt } from '@/lib/payments/exact-json';
import { plainAmount } from '@/lib/payments/plain-amount';

/** A bill as the interface and notices show it. */
export function billState(bill: ExactJson | undefined, billId: string): PaymentAnswer {
  if (textAt(bill, 'billId') !== billId) return unknown('it is another bill');
  const status = textAt(bill, 'status.value');
  if (status === 'WAITING') return { outcome: 'pending' };
  if (status === 'REJECTED' || status === 'EXPIRED') return refused(status);
  const amount = plainAmount(textAt(bill, 'amount.value'), 2);
  const asset = textAt(bill, 'amount.currency');
  return status === 'PAID' && amount !== null && asset
    ? { outcome: 'settled', amount, asset }
    : unknown(`status ${status ?? 'missing'}`);
}
