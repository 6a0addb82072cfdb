import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { answerOfOrder, orderAnswer } from '@/lib/api/order-answer';
import { claimPayment } from '@/lib/exchange/claim-payment';
import { loadOrderView } from '@/lib/exchange/queries';

const claimRequest = z
  .strictObject({
    payer: z.string().max(1800).default('').meta({ description: 'Name or account the payment came from.' }),
    reference: z.string().max(1800).default('').meta({ description: 'Number of the payment.' }),
    comment: z.string().max(5000).default(''),
  })
  .meta({ id: 'ClaimRequest' });

/** `POST /orders/{id}/claim` */
export const postClaim = endpoint({
  method: 'POST',
  path: '/orders/{id}/claim',
  operationId: 'claimPayment',
  summary: '“I have paid”',
  description:
    'Claiming twice is no error. After the order has expired it stays canceled, marked paid_late, and the office decides.',
  body: claimRequest,
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
  async handle({ id, secret, body, ip }) {
    const reader = { secret };
    await claimPayment({ ...body, orderId: id, reader, actor: { kind: 'guest', ip } });
    return answerOfOrder(await loadOrderView({ orderId: id, reader }));
  },
});
