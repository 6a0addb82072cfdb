import { z } from 'zod';

/** Under this name the simulator is called. It is in the house: see `in-house.ts`. */
export const simulatorHost = 'simulator.kantor.invalid';

const decimal = z.string().regex(/^\d{1,18}(\.\d{1,18})?$/);

/** What the office tells when it asks for a payment. */
export const paymentRequest = z.object({
  shop: z.string().min(1),
  paymentId: z.string().min(1),
  number: z.number().int(),
  amount: decimal,
  asset: z.string().min(1),
  description: z.string(),
  locale: z.enum(['en', 'ru']),
  returnUrl: z.url(),
  callbackUrl: z.url(),
  officeUrl: z.url(),
  expiresAt: z.iso.datetime(),
  /** The account that the customer promised to pay from; empty: none. */
  payerAccount: z.string(),
  /** Percent that the simulator keeps of what comes in. */
  feePercent: z.string(),
  test: z.boolean(),
});

export const payoutRequest = z.object({
  shop: z.string().min(1),
  payoutId: z.string().min(1),
  number: z.number().int(),
  amount: decimal,
  asset: z.string().min(1),
  destination: z.record(z.string(), z.string()),
  description: z.string(),
  callbackUrl: z.url(),
  test: z.boolean(),
});

export const refundRequest = z.object({
  shop: z.string().min(1),
  refundId: z.string().min(1),
  number: z.number().int(),
  amount: decimal,
  asset: z.string().min(1),
  reason: z.string(),
  paymentId: z.string().min(1),
  test: z.boolean(),
});

/** What the simulator answers about a payment. */
export const paymentState = z.object({
  id: z.string().min(1),
  state: z.enum(['waiting', 'paid', 'declined']),
  asset: z.string(),
  page: z.string().optional(),
  paid: decimal.optional(),
  fee: decimal.optional(),
  payer: z.object({ account: z.string(), name: z.string() }).optional(),
  paidAt: z.iso.datetime().optional(),
});

/** What it answers about a payout or a refund. */
export const outgoState = z.object({
  id: z.string().min(1),
  state: z.enum(['pending', 'done', 'refused']),
  reason: z.string().optional(),
  fee: decimal.optional(),
});

export const balanceState = z.object({ asset: z.string(), amount: decimal });

export type PaymentState = z.output<typeof paymentState>;
export type OutgoState = z.output<typeof outgoState>;
export type PaymentRequest = z.output<typeof paymentRequest>;
export type PayoutRequest = z.output<typeof payoutRequest>;
export type RefundRequest = z.output<typeof refundRequest>;
