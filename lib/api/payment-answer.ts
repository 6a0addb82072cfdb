import { z } from 'zod';
import { decimalText, moment } from '@/lib/api/schemas';
import type { PaymentView } from '@/lib/exchange/payment-view';
import { pageUrl } from '@/lib/payments/outgoing';
import { paymentStatuses } from '@/lib/payments/payment-row';

const startStep = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('redirect'), url: z.string() }),
    z.object({ kind: z.literal('form'), url: z.string(), fields: z.record(z.string(), z.string()) }),
    z.object({
      kind: z.literal('instructions'),
      lines: z.array(z.object({ key: z.string(), value: z.string() })),
      qr: z.string().optional(),
    }),
    z.object({ kind: z.literal('qr'), qr: z.string(), url: z.string().optional() }),
  ])
  .meta({
    id: 'PaymentStep',
    description:
      'Where the payer goes: a page; a form to be posted there by his browser; lines to pay by; or a code to scan.',
  });

/** The payment an order waits for. */
export const paymentAnswer = z
  .object({
    status: z.enum(paymentStatuses),
    amount: decimalText.meta({ description: 'The whole, or the rest where a part has come.' }),
    system: z.string().nullable().meta({
      description:
        'The payment system that takes it; null: paid to the details of `payTo`, or from the wallet.',
    }),
    wallet: z.boolean().meta({
      description: 'Paid from the customer’s wallet with the office: on the order’s page, signed in.',
    }),
    step: startStep.optional().meta({ description: 'Once it was started by `POST /orders/{id}/pay`.' }),
    expiresAt: moment.nullable(),
  })
  .meta({ id: 'Payment' });

export type PaymentAnswer = z.input<typeof paymentAnswer>;

export function answerOfPayment(payment: PaymentView, locale: 'en' | 'ru'): PaymentAnswer {
  const { status, amount, system, wallet, step, expiresAt } = payment;
  return {
    status,
    amount,
    system: system?.[locale] ?? null,
    wallet,
    ...(step && { step: 'url' in step && step.url ? { ...step, url: pageUrl(step.url) } : step }),
    expiresAt,
  };
}
