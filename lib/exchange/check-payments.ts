import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { requireOperator } from '@/lib/exchange/mover';
import { openPayment, paymentsOfOrder } from '@/lib/exchange/open-payment';
import { customersOrder, deskOrder, type OrderReader } from '@/lib/exchange/order-access';
import { parseInput } from '@/lib/parse-input';
import type { PaymentOutcome } from '@/lib/payments/apply-payment';
import { checkPaymentNow } from '@/lib/payments/check-payment';

export const checkPaymentsInput = z.object({ orderId: z.string() });

/**
 * Asks the payment system now of every payment of the order that was started and is not paid; what it says is applied
 * as if it had come by itself. Returns what came of the last one; `pending` where there was nothing to ask.
 * Throws `not_found`.
 */
export async function checkPayments({
  actor,
  ...input
}: z.input<typeof checkPaymentsInput> & { actor: Actor }): Promise<PaymentOutcome> {
  requireOperator(actor);
  const { orderId } = parseInput(checkPaymentsInput, input);
  const order = await deskOrder(orderId);
  let outcome: PaymentOutcome = 'pending';
  for (const payment of await paymentsOfOrder({ query }, order.id)) {
    if (payment.status === 'paid' || payment.connectionId === null || payment.startedAt === null) continue;
    outcome = await checkPaymentNow({ paymentId: payment.id, source: 'operator' });
  }
  return outcome;
}

/** The customer's own question, of the payment his order waits for. Throws `not_found`, `forbidden`. */
export async function checkOwnPayment({
  orderId,
  reader,
}: {
  orderId: string;
  reader: OrderReader;
}): Promise<PaymentOutcome> {
  const order = await customersOrder(orderId, reader);
  const payment = await openPayment({ query }, order.id);
  return payment ? checkPaymentNow({ paymentId: payment.id, source: 'return' }) : 'pending';
}
