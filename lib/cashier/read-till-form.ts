import { z } from 'zod';
import { moneyKinds, writeOffReasons } from '@/lib/cashier/till-words';
import { optionalLongText, optionalShortText, shortText } from '@/lib/text';

const common = {
  number: z.string('fields.required').trim().min(1, 'fields.required').max(60, 'fields.walletNumber'),
  asset: z.string('fields.choice').min(1, 'fields.choice').max(16, 'fields.choice'),
  amount: z.string('fields.required').trim().min(1, 'fields.required').max(60, 'fields.amount'),
  comment: optionalLongText(500),
  /** Made when the page was drawn: the same form sent again is the same operation. */
  idempotencyKey: z.uuid(),
};

/** Fields of the top-up form. */
export const topUpFormInput = z.object({
  ...common,
  moneyKind: z.enum(moneyKinds, 'fields.choice'),
  receiptNumber: shortText(60),
  /** The customer's request that it serves; empty: none. */
  topUpId: z.string().max(40).default(''),
});

/** Fields of the write-off form. `moneyKind` and `receiptNumber` count where real money is paid out. */
export const writeOffFormInput = z.object({
  ...common,
  reason: z.enum(writeOffReasons, 'fields.choice'),
  moneyKind: z.enum(moneyKinds, 'fields.choice').default('other'),
  receiptNumber: optionalShortText(60),
});

export type TopUpForm = z.input<typeof topUpFormInput>;
export type WriteOffForm = z.input<typeof writeOffFormInput>;

/** A file as a form brought it. */
export type Picture = { bytes: Buffer; name: string };
