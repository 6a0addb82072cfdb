import { z } from 'zod';
import { endpoint } from '@/lib/api/endpoint';
import { decimalText, detailLine, exchangeType, moment, orderStatus } from '@/lib/api/schemas';
import { query } from '@/lib/db';
import { env } from '@/lib/env';
import { fail } from '@/lib/errors';
import { type CreatedOrder, createOrder } from '@/lib/exchange/create-order';
import { paymentsOfOrder } from '@/lib/exchange/open-payment';
import { loadOrder, type Order } from '@/lib/exchange/order-row';
import { type Locale, locales, toLocale } from '@/lib/i18n/locales';
import { formatUnits } from '@/lib/money';
import type { PaymentRow } from '@/lib/payments/payment-row';
import { paymentSystem } from '@/lib/payments/registry';

const orderRequest = z
  .strictObject({
    quoteId: z.string({ error: 'fields.required' }).max(40),
    email: z.string({ error: 'fields.required' }).max(1000),
    requisites: z
      .record(z.string().regex(/^((give|get)\.)?[a-z][a-z0-9_]{0,31}$/), z.string().max(800))
      .default({})
      .meta({
        description:
          'Values by the keys of the methods’ fields; `give.<key>` or `get.<key>` where both sides have the key.',
        examples: [{ 'get.address': 'bc1q…' }],
      }),
    phone: z.string().max(200).optional(),
    locale: z.enum(locales, { error: 'fields.locale' }).default('en').meta({
      description: 'Language of the letters, the order’s page and its texts.',
    }),
  })
  .meta({ id: 'OrderRequest' });

const newOrder = z
  .object({
    id: z.string(),
    secret: z
      .string()
      .meta({ description: 'Bearer token of this order. Whoever has it may act as the customer.' }),
    status: orderStatus,
    type: exchangeType,
    from: z.string(),
    to: z.string(),
    give: decimalText,
    get: decimalText,
    payTo: z.array(detailLine),
    payment: z
      .object({
        status: z.literal('created'),
        amount: decimalText,
        system: z.string().nullable(),
      })
      .meta({
        id: 'NewPayment',
        description:
          'What is to be paid: by a payment system (then `POST /orders/{id}/pay` tells how), or to the details of `payTo`.',
      }),
    expiresAt: moment,
    url: z.string().meta({ description: 'The order’s page for a person.' }),
  })
  .meta({ id: 'NewOrder' });

/** `POST /orders` */
export const postOrder = endpoint({
  method: 'POST',
  path: '/orders',
  operationId: 'createOrder',
  summary: 'Makes an order of a quote',
  description:
    'The same Idempotency-Key with the same body gives the same order and the same answer, however often it is sent.',
  body: orderRequest,
  status: 201,
  answer: newOrder,
  problems: [
    'invalid_input',
    'not_found',
    'quote_expired',
    'quote_used',
    'idempotency_mismatch',
    'direction_closed',
    'wallet_sign_in',
    'wallet_off',
    'wallet_use_off',
    'wallet_asset_off',
    'no_reserve',
    'no_office_requisites',
    'too_many_open_orders',
    'body_too_large',
    'unsupported_media_type',
    'too_many_requests',
    'unavailable',
  ],
  needsIdempotencyKey: true,
  limit: { name: 'orders', points: 60, seconds: 60 },
  async handle({ body, idempotencyKey, ip }) {
    return answerOf(
      await createOrder({ ...body, idempotencyKey: `api:${idempotencyKey}`, actor: { kind: 'guest', ip } }),
    );
  },
});

/** As it was when it was made, so that a repeated call hears the same whatever has become of the order since. */
async function answerOf({ orderId, secret }: CreatedOrder): Promise<z.input<typeof newOrder>> {
  const order = (await loadOrder({ query }, orderId)) ?? fail('not_found');
  const locale = toLocale(order.locale);
  const { giveUnits, getUnits } = await quotedUnits(order);
  const [payment] = await paymentsOfOrder({ query }, order.id);
  return {
    id: order.id,
    secret,
    status: order.type === 'operator' ? 'pending_processing' : 'in_progress',
    type: order.type,
    from: order.from.code,
    to: order.to.code,
    give: formatUnits(giveUnits, order.from.scale),
    get: formatUnits(getUnits, order.to.scale),
    payment: {
      status: 'created',
      amount: formatUnits(payment?.amountUnits ?? giveUnits, order.from.scale),
      system: systemTitle(payment, locale),
    },
    payTo: order.payTo.map(({ key, titles, value }) => ({ key, title: titles[locale], value })),
    expiresAt: (payment?.expiresAt ?? order.expiresAt).toISOString(),
    url: `${env().KANTOR_URL}/${locale}/orders/${order.id}/${secret}`,
  };
}

/** The amounts of the order's quote: the order's own may have been reckoned anew for the money that came. */
async function quotedUnits(order: Order): Promise<Pick<Order, 'giveUnits' | 'getUnits'>> {
  const [quote] = await query<Pick<Order, 'giveUnits' | 'getUnits'>>(
    `SELECT q.give_units AS "giveUnits", q.get_units AS "getUnits"
     FROM orders o JOIN quotes q ON q.id = o.quote_id WHERE o.id = $1`,
    [order.id],
    'quoted_units',
  );
  return quote ?? order;
}

function systemTitle(payment: PaymentRow | undefined, locale: Locale): string | null {
  const system = payment?.connectionId ? paymentSystem(payment.systemCode) : null;
  return system?.titles[locale] ?? null;
}
