import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { answerOfOrder, orderAnswer } from '@/lib/api/order-answer';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { loadOrderView } from '@/lib/exchange/queries';

/** `POST /orders/{id}/cancel` */
export const postCancel = endpoint({
  method: 'POST',
  path: '/orders/{id}/cancel',
  operationId: 'cancelOrder',
  summary: 'Gives an unpaid order up',
  description: 'Canceling twice is no error.',
  body: z.strictObject({}).meta({ id: 'CancelRequest' }),
  bodyOptional: true,
  status: 200,
  answer: orderAnswer,
  problems: [
    'invalid_input',
    'secret_missing',
    'not_found',
    'order_moved',
    'move_not_allowed',
    'body_too_large',
    'unsupported_media_type',
    'too_many_requests',
    'unavailable',
  ],
  needsSecret: true,
  limit: { name: 'orders', points: 60, seconds: 60 },
  async handle({ id, secret, ip }) {
    const reader = { secret };
    await cancelByCustomer({ orderId: id, reader, actor: { kind: 'guest', ip } });
    return answerOfOrder(await loadOrderView({ orderId: id, reader }));
  },
});
