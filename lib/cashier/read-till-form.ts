import { z } from 'zod';
import {
  type MoneyKind,
  moneyKinds,
  type TillKind,
  type WriteOffReason,
  writeOffReasons,
} from '@/lib/cashier/till-words';
import { fail } from '@/lib/errors';
import { parseInput } from '@/lib/parse-input';
import { optionalLongText, optionalShortText, shortText } from '@/lib/text';

const common = {
  number: z.string('fields.required').trim().min(1, 'fields.required').max(60, 'fields.walletNumber'),
  asset: z.string('fields.choice').regex(/^[A-Z0-9]{2,10}$/, 'fields.choice'),
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

/** What a form of the till says, not yet checked against anything. */
export type TillForm = {
  kind: TillKind;
  number: string;
  asset: string;
  amount: string;
  moneyKind: MoneyKind;
  receiptNumber: string;
  reason: WriteOffReason | null;
  comment: string;
  topUpId: string | null;
  idempotencyKey: string;
};

/**
 * Reads either form. A write-off says why in words too; the kind of money and the document's number count only where
 * money is paid out. Throws `invalid_input`.
 */
export function readTillForm(kind: TillKind, input: unknown): TillForm {
  if (kind === 'top_up') {
    const { topUpId, ...form } = parseInput(topUpFormInput, input);
    return { ...form, kind, reason: null, topUpId: topUpId === '' ? null : topUpId };
  }
  const form = parseInput(writeOffFormInput, input);
  const paidOut = form.reason === 'paid_out';
  const required = { key: 'required' };
  const fields = {
    ...(form.comment === '' && { comment: required }),
    ...(paidOut && form.receiptNumber === '' && { receiptNumber: required }),
  };
  if (Object.keys(fields).length > 0) fail('invalid_input', { fields });
  return { ...form, kind, moneyKind: paidOut ? form.moneyKind : 'other', topUpId: null };
}
