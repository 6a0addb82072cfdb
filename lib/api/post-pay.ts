import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { answerOfOrder, orderAnswer } from '@/lib/api/order-answer';
import { query } from '@/lib/db';
import { loadOrder } from '@/lib/exchange/order-row';
import { loadOrderView } from '@/lib/exchange/queries';
import { toLocale } from '@/lib/i18n/locales';
import { startPayment } from '@/lib/payments/start-payment';

/** `POST /orders/{id}/pay` */
export const postPay = endpoint({
  method: 'POST',
  path: '/orders/{id}/pay',
  operationId: 'payOrder',
  summary: 'Starts the payment at its payment system',
  description:
    'The answer’s `payment.step` tells where the payer goes. Called again it gives the same step, until its page has run out. Orders that are paid to the office’s own details (`payment.system` is null) are claimed instead.',
  body: z.strictObject({}).meta({ id: 'PayRequest' }),
  bodyOptional: true,
  status: 200,
  answer: orderAnswer,
  problems: [
    'secret_missing',
    'not_found',
    'order_expired',
    'move_not_allowed',
    'payment_unavailable',
    'payment_refused',
    'payment_unknown',
    'body_too_large',
    'unsupported_media_type',
    'too_many_requests',
    'unavailable',
  ],
  needsSecret: true,
  limit: { name: 'orders', points: 60, seconds: 60 },
  async handle({ id, secret, ip }) {
    const reader = { secret };
    const order = await loadOrder({ query }, id);
    await startPayment({ orderId: id, reader, locale: toLocale(order?.locale), ip });
    return answerOfOrder(await loadOrderView({ orderId: id, reader }));
  },
});
