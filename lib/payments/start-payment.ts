import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db';
import { fail } from '@/lib/errors';
import { waitsForMoney } from '@/lib/exchange/judge-receipt';
import { lockOrder } from '@/lib/exchange/lock-order';
import { lockPayments, paymentsOfOrder } from '@/lib/exchange/open-payment';
import { customersOrder, type OrderReader } from '@/lib/exchange/order-access';
import type { Order } from '@/lib/exchange/order-row';
import type { Locale } from '@/lib/i18n/locales';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { freshPayment, type StartedPayment, startPaymentOf } from '@/lib/payments/start-payment-of';
import en from '@/messages/en/payments.json' with { type: 'json' };
import ru from '@/messages/ru/payments.json' with { type: 'json' };

type Start = { orderId: string; reader: OrderReader; locale: Locale; ip: string };

/**
 * The customer of an order presses "Pay": his payment is started at its system (lib/payments/start-payment-of.ts).
 *
 * Throws `not_found`, `forbidden`, `order_expired`, `move_not_allowed` (params: status) where nothing is to be paid or
 * it is paid to the office directly, `payment_unavailable`, `payment_refused`, `payment_unknown`.
 */
export async function startPayment({ orderId, reader, locale, ip }: Start): Promise<StartedPayment> {
  const order = await customersOrder(orderId, reader);
  const payment = await paymentToStart(order);
  const requisites = Object.entries(order.giveRequisites).map(([key, { value }]) => [key, value]);
  return startPaymentOf({
    payment: { ...payment, expiresAt: payment.expiresAt ?? order.expiresAt },
    description: { en, ru }[locale].description.replace('{id}', order.id),
    email: order.email,
    locale,
    ip,
    requisites: Object.fromEntries(requisites),
  });
}

/** The payment that the order waits for; a new one where the last was refused, or its page has run out. */
async function paymentToStart({ id }: Order): Promise<PaymentRow> {
  return inTransaction(async (tx) => {
    await lockPayments(tx, id);
    const order = await lockOrder(tx, id);
    // Read after the locks: another press may have replaced the payment.
    const payments = await paymentsOfOrder(tx, id);
    const payment = payments.findLast(({ status }) => status !== 'paid' && status !== 'canceled');
    if (!payment?.connectionId || order.status !== 'in_progress' || !waitsForMoney(order))
      return fail('move_not_allowed', { params: { status: order.status } });
    if ((payment.expiresAt ?? order.expiresAt) <= now()) return fail('order_expired');
    return freshPayment(tx, payment);
  });
}
