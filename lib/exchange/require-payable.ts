import { fail } from '@/lib/errors';
import type { OrderDetails } from '@/lib/exchange/order-input';
import type { QuoteForOrder } from '@/lib/exchange/quote-for-order';
import { log } from '@/lib/log';
import { paymentSystem } from '@/lib/payments/registry';

type Going = Pick<QuoteForOrder, 'type' | 'to' | 'payOutSystem'>;

/**
 * Refuses, beside its field, a requisite that the system which is to pay an automatic order out cannot pay to: found
 * out after the customer has paid, it would be his money that waits. What the method does not ask for at all is the
 * office's mistake and not the customer's, which admins are told on their overview: the order is made, and waits for
 * the operator in the end.
 * Throws `invalid_input` (fields `get.<key>`).
 */
export function requirePayable({ type, to, payOutSystem }: Going, details: OrderDetails): void {
  if (type !== 'automatic' || payOutSystem === null) return;
  const given = Object.entries(details.getRequisites).map(([key, { value }]) => [key, value]);
  const key = paymentSystem(payOutSystem)?.payOut?.problem(Object.fromEntries(given)) ?? null;
  if (key === null) return;
  const isAsked = to.fields.some((field) => field.side === 'get' && field.key === key);
  if (!isAsked) {
    log.warn({ method: to.code, field: key }, 'a method does not ask for what its system needs to pay out');
    return;
  }
  const isMissing = details.getRequisites[key] === undefined;
  fail('invalid_input', { fields: { [`get.${key}`]: { key: isMissing ? 'required' : 'invalid' } } });
}
