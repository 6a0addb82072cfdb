import { endpoint, noBody } from '@/lib/api/endpoint';
import { answerOfOrder, orderAnswer } from '@/lib/api/order-answer';
import { loadOrderView } from '@/lib/exchange/queries';

/** `GET /orders/{id}` */
export const getOrder = endpoint({
  method: 'GET',
  path: '/orders/{id}',
  operationId: 'getOrder',
  summary: 'The order as it stands',
  description: 'A wrong secret and an unknown order are answered alike.',
  body: noBody,
  status: 200,
  answer: orderAnswer,
  problems: ['secret_missing', 'not_found', 'too_many_requests', 'unavailable'],
  needsSecret: true,
  limit: { name: 'order', points: 240, seconds: 60 },
  async handle({ id, secret }) {
    return answerOfOrder(await loadOrderView({ orderId: id, reader: { secret } }));
  },
});
