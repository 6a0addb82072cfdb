import type { Actor } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { loadOrder } from '@/lib/exchange/order-row';
import { orderSecret } from '@/lib/exchange/order-secret';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { loadPayment } from '@/lib/payments/payment-row';

/** The order a payment is for, with its link, if it is the reader's own as a signed-in customer; otherwise null. */
export async function ownOrderOfPayment({
  paymentId,
  actor,
}: {
  paymentId: string;
  actor: Actor;
}): Promise<{ orderId: string; secret: string; locale: Locale } | null> {
  if (actor.kind !== 'user') return null;
  const payment = await loadPayment({ query }, paymentId);
  const order = payment?.subjectKind === 'order' ? await loadOrder({ query }, payment.subjectId) : null;
  if (order?.customerId !== actor.userId) return null;
  return { orderId: order.id, secret: orderSecret(order.id), locale: toLocale(order.locale) };
}
