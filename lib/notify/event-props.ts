import { z } from 'zod';
import { approvalReasons, tillKinds, writeOffReasons } from '@/lib/cashier/till-words';
import { orderExceptions, orderStatuses } from '@/lib/exchange/status';
import { withdrawalReasons } from '@/lib/wallet/withdrawal/withdrawal-row';

/**
 * What letters are told. Texts are chosen for the letter's language already; amounts are plain decimals, moments are
 * ISO 8601. All of it comes from people at one end or the other and is escaped where it is shown.
 */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const moment = z.iso.datetime({ offset: true });
const link = z.url({ protocol: /^https?$/ });

const sideSchema = z.object({
  title: z.string(),
  amount: decimal,
  asset: z.string(),
  /** The number of the customer's wallet, where the side is one. */
  wallet: z.string().optional(),
});
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
  /** What is to be paid now, where it may differ from the amount agreed. */
  asked: decimal.optional(),
  /** The order at the desk, for letters to the office. */
  deskUrl: link.optional(),
});

export type OrderLetterProps = z.infer<typeof orderLetterProps>;

/** A top-up of a wallet that was declined, or that the office has to look at. */
export const topUpLetterProps = z.object({
  name: z.string(),
  /** The top-up's number, as people say it. */
  number: z.int(),
  amount: decimal,
  asset: z.string(),
  /** Title of the payment method; absent at the cashier's. */
  method: z.string().optional(),
  createdAt: moment,
  /** Why it was declined; of a letter to the office, what does not fit. */
  reason: z.string().optional(),
  claim: orderLetterProps.shape.claim,
  /** The customer's, for letters to the office. */
  email: z.string().optional(),
  /** The top-up's page: the customer's own, or the desk's. */
  url: link,
});

export type TopUpLetterProps = z.infer<typeof topUpLetterProps>;

/** A withdrawal from a wallet: asked for, paid, or not; and what the office has to do about it. */
export const withdrawalLetterProps = z.object({
  name: z.string(),
  /** The withdrawal's number, as people say it. */
  number: z.int(),
  /** The customer's page of it; at the desk its payout. */
  url: link,
  /** Where sessions are ended and the password is changed. */
  securityUrl: link,
  method: z.string(),
  /** What is paid out, what it costs on top, and both together: what leaves the wallet. */
  amount: decimal,
  fee: decimal,
  total: decimal,
  asset: z.string(),
  to: z.array(requisiteSchema),
  at: moment,
  reference: z.string().optional(),
  /** Why nothing was paid: a reason of the house, or an operator's words. */
  reasonCode: z.enum(withdrawalReasons).optional(),
  reason: z.string().optional(),
  /** Of letters to the office: what is to be done, for whom, and what the system says. */
  why: z.enum(['hand', 'approval', 'trouble']).optional(),
  customer: z.string().optional(),
  words: z.string().optional(),
});

export type WithdrawalLetterProps = z.infer<typeof withdrawalLetterProps>;

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

/**
 * Money in a customer's wallet has moved. `amount` is what the wallet got or gave; `reason` is a code that the letter
 * has words for; `method` is a title in the letter's language.
 */
export const walletLetterProps = z.object({
  name: z.string(),
  /** The wallet's number, in groups. */
  number: z.string(),
  amount: decimal,
  asset: z.string(),
  /** The wallet's balance of the asset after it. */
  balance: decimal,
  fee: decimal.optional(),
  method: z.string().optional(),
  /** The receipt's number at the till. */
  receipt: z.string().optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  /** The other wallet's number, in groups. */
  counterparty: z.string().optional(),
  /** What people call it by: the number of an operation, a top-up, a withdrawal. */
  operation: z.string().optional(),
  /** Of a reversal: what was taken back. */
  reversed: z.enum(['top_up', 'write_off']).optional(),
  at: moment,
  /** The wallet's history in the cabinet. */
  url: link,
});

export type WalletLetterProps = z.infer<typeof walletLetterProps>;

/** A cashier's operation that waits for a second person. */
export const operationLetterProps = z.object({
  operation: z.string(),
  kind: z.enum(tillKinds),
  cashier: z.string(),
  /** The wallet's number in groups, and its holder. */
  number: z.string(),
  holder: z.string(),
  amount: decimal,
  asset: z.string(),
  approvalFor: z.array(z.enum(approvalReasons)),
  receipt: z.string().optional(),
  reason: z.enum(writeOffReasons).optional(),
  comment: z.string().optional(),
  at: moment,
  /** Where it is approved. */
  url: link,
});

/** A drawer was counted, and it was not what the books say. */
export const shiftLetterProps = z.object({
  cashier: z.string(),
  end: z.enum(['open', 'close']),
  counts: z.array(z.object({ asset: z.string(), expected: decimal, counted: decimal, difference: decimal })),
  note: z.string(),
  /** Who counted, where it was not the cashier himself. */
  countedBy: z.string().optional(),
  at: moment,
  url: link,
});
