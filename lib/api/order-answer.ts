import { z } from 'zod';
import { answerOfPayment, paymentAnswer } from '@/lib/api/payment-answer';
import {
  chargedFee,
  decimalText,
  detailLine,
  exchangeType,
  moment,
  orderException,
  orderStatus,
  rate,
} from '@/lib/api/schemas';
import type { OrderView } from '@/lib/exchange/order-view';
import { toLocale } from '@/lib/i18n/locales';
import { plainDecimal } from '@/lib/rates/direction-rate';

/** An order as its customer reads it by the API. */
export const orderAnswer = z
  .object({
    id: z.string(),
    status: orderStatus,
    exception: orderException.nullable(),
    type: exchangeType,
    from: z.string(),
    to: z.string(),
    give: decimalText,
    get: decimalText,
    rate,
    fees: z.array(chargedFee),
    payTo: z.array(detailLine).meta({ description: 'Where to pay; empty once nothing is to be paid.' }),
    payment: paymentAnswer.nullable().meta({
      description: 'What is to be paid now; null once nothing is waited for.',
    }),
    received: decimalText.nullable().meta({ description: 'What has come of the payment; null: nothing.' }),
    giveRequisites: z.array(detailLine),
    getRequisites: z.array(detailLine),
    email: z.string(),
    createdAt: moment,
    expiresAt: moment,
    scheduledFor: moment.nullable().meta({ description: 'When the office said it will send the money.' }),
    scheduledText: z.string().nullable(),
    completedAt: moment.nullable(),
    note: z.string().nullable(),
    payoutReference: z.string().nullable(),
    canceledAt: moment.nullable(),
    canceledBy: z.enum(['customer', 'operator', 'expired']).nullable(),
    cancelReason: z.string().nullable(),
    claim: z
      .object({ payer: z.string(), reference: z.string(), comment: z.string() })
      .nullable()
      .meta({ description: 'What the customer said of the payment.' }),
    may: z
      .object({ pay: z.boolean(), claim: z.boolean(), claimLate: z.boolean(), cancel: z.boolean() })
      .meta({ description: 'What the customer may do now.' }),
    history: z.array(
      z.object({ at: moment, event: z.string(), status: orderStatus, exception: orderException.nullable() }),
    ),
  })
  .meta({ id: 'Order' });

export type OrderAnswer = z.input<typeof orderAnswer>;

/** Texts are in the order's own language. */
export function answerOfOrder(order: OrderView): OrderAnswer {
  const locale = toLocale(order.locale);
  const lines = (given: { key: string; titles: { en: string; ru: string }; value: string }[]) =>
    given.map(({ key, titles, value }) => ({ key, title: titles[locale], value }));
  const { id, status, exception, type, email, createdAt, expiresAt, may } = order;
  return {
    id,
    status,
    exception,
    type,
    from: order.from.code,
    to: order.to.code,
    give: order.from.amount,
    get: order.to.amount,
    rate: { in: plainDecimal(order.rate.in), out: plainDecimal(order.rate.out) },
    fees: order.fees,
    payTo: lines(order.payTo),
    payment: order.payment && answerOfPayment(order.payment, locale),
    received: order.received,
    giveRequisites: lines(order.giveRequisites),
    getRequisites: lines(order.getRequisites),
    email,
    createdAt,
    expiresAt,
    scheduledFor: order.scheduledFor,
    scheduledText: order.scheduledText,
    completedAt: order.completedAt,
    note: order.note,
    payoutReference: order.payoutReference,
    canceledAt: order.canceledAt,
    canceledBy: order.canceledBy,
    cancelReason: order.cancelReason,
    claim: order.claim && {
      payer: order.claim.payer,
      reference: order.claim.reference,
      comment: order.claim.comment,
    },
    may: { pay: may.pay, claim: may.claim, claimLate: may.claimLate, cancel: may.cancel },
    history: order.history.map(({ at, event, status: reached, exception: mark }) => ({
      at,
      event,
      status: reached,
      exception: mark,
    })),
  };
}
