import { z } from 'zod';
import { orderExceptions, orderStatuses } from '@/lib/exchange/status';

/**
 * What letters are told. Texts are chosen for the letter's language already; amounts are plain decimals, moments are
 * ISO 8601. All of it comes from people at one end or the other and is escaped where it is shown.
 */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const moment = z.iso.datetime({ offset: true });
const link = z.url({ protocol: /^https?$/ });

const sideSchema = z.object({ title: z.string(), amount: decimal, asset: z.string() });
const requisiteSchema = z.object({ title: z.string(), value: z.string() });

export const orderLetterProps = z.object({
  orderId: z.string(),
  /** The customer's page of the order. */
  url: link,
  statusKey: z.enum(orderStatuses),
  exception: z.enum(orderExceptions).optional(),
  from: sideSchema,
  to: sideSchema,
  rate: z.object({ in: decimal, out: decimal, fromAsset: z.string(), toAsset: z.string() }),
  fees: z.array(z.object({ label: z.enum(['give', 'get']), amount: decimal, asset: z.string() })),
  /** The office's details: where the customer pays. */
  payTo: z.array(requisiteSchema),
  giveRequisites: z.array(requisiteSchema),
  getRequisites: z.array(requisiteSchema),
  email: z.string().optional(),
  phone: z.string().optional(),
  createdAt: moment.optional(),
  expiresAt: moment.optional(),
  sendAt: moment.optional(),
  text: z.string().optional(),
  note: z.string().optional(),
  payoutReference: z.string().optional(),
  refundReference: z.string().optional(),
  /** Where the letter is about a refund: what reaches the customer, and what the office keeps. */
  refund: z
    .object({
      kind: z.enum(['full', 'excess', 'part']),
      amount: decimal,
      fee: decimal,
      asset: z.string(),
      /** The customer is asked on the order's page where to send it. */
      asksWhereTo: z.boolean().optional(),
    })
    .optional(),
  reason: z.string().optional(),
  canceledBy: z.enum(['customer', 'operator', 'expired']).optional(),
  claim: z
    .object({
      payer: z.string().optional(),
      reference: z.string().optional(),
      comment: z.string().optional(),
      hasReceipt: z.boolean().optional(),
    })
    .optional(),
  /** What has come of the customer's money, in the asset he gives; and what is missing. */
  received: decimal.optional(),
  rest: decimal.optional(),
  /** The order at the desk, for letters to the office. */
  deskUrl: link.optional(),
});

export type OrderLetterProps = z.infer<typeof orderLetterProps>;

/** A link that acts for the person: confirm, reset, set a password. */
export const linkLetterProps = z.object({
  name: z.string(),
  url: link,
  /** Until when the link works. */
  expiresAt: moment,
});

/** A payment system that fails, or works again. */
export const systemLetterProps = z.object({
  system: z.string(),
  /** How staff tell two accounts with one system apart. */
  label: z.string(),
  at: moment,
  /** Codes of the methods that hang on it. */
  methods: z.array(z.string()),
  reason: z.string().optional(),
  /** The connection in the admin area. */
  url: link,
});

export const passwordChangedProps = z.object({
  name: z.string(),
  at: moment,
  ip: z.string(),
  resetUrl: link,
});

export const accountExistsProps = z.object({ name: z.string(), signInUrl: link, resetUrl: link });

export const setPasswordProps = linkLetterProps.extend({
  /** Who invites; absent when the owner was made on the command line. */
  invitedBy: z.string().optional(),
});

export const staffSignInProps = z.object({
  name: z.string(),
  at: moment,
  ip: z.string(),
  userAgent: z.string(),
  /** Where sessions can be ended. */
  sessionsUrl: link,
});
