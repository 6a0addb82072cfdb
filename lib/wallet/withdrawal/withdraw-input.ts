import { createHash } from 'node:crypto';
import { z } from 'zod';
import { locales } from '@/lib/i18n/locales';
import { shortText } from '@/lib/text';

/** A method asks for twelve fields at most. */
const maxRequisites = 12;

/** What a customer asks for before anything is made: the summary and its checks. Never a price, never an account id. */
export const summariseWithdrawalInput = z.object({
  methodCode: z.string({ error: 'fields.required' }).max(32, 'fields.choice'),
  /** A decimal as people write it, of the method's asset: what is to be paid out. */
  amount: z.string({ error: 'fields.required' }).max(60, 'fields.amount'),
  /** What was typed, by field key of the method. */
  requisites: z
    .record(z.string(), z.unknown())
    .refine((typed) => Object.keys(typed).length <= maxRequisites, { error: 'fields.unknown' })
    .default({}),
});

export const createWithdrawalInput = summariseWithdrawalInput.extend({
  /** The fee that was told, a plain decimal: another one is not taken without a word. */
  fee: z.string({ error: 'fields.required' }).max(60, 'fields.amount'),
  /** Made when the form was drawn; names the attempt among those of the person. */
  idempotencyKey: shortText(100),
  locale: z.enum(locales).default('en'),
});

export type CreateWithdrawalInput = z.output<typeof createWithdrawalInput>;

/** What makes one request another one. */
type Content = Pick<CreateWithdrawalInput, 'methodCode' | 'amount' | 'requisites' | 'fee'>;

/** Recognises the same request under the same key. Of what was sent, so that a changed rule does not change it. */
export function hashWithdrawalInput({ methodCode, amount, requisites, fee }: Content): string {
  const typed = Object.entries(requisites).sort(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([methodCode, amount.trim(), typed, fee]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** The key of an attempt made from one drawing of the form: the same contents are the same attempt. */
export function attemptKey(pageKey: string, content: Content): string {
  return `${pageKey.slice(0, 60)}:${hashWithdrawalInput(content).slice(0, 32)}`;
}
