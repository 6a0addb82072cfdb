import { createHash } from 'node:crypto';
import { z } from 'zod';
import { moneyKinds } from '@/lib/cashier/till-words';
import { type FieldProblem, fail } from '@/lib/errors';
import type { Requisites } from '@/lib/exchange/order-row';
import { formatUnits, type ParsedAmount, parseAmount } from '@/lib/money';
import { checkRequisites } from '@/lib/requisites/field';
import { optionalLongText } from '@/lib/text';
import { topUpFee } from '@/lib/wallet/top-up/top-up-fee';
import { topUpWayKinds } from '@/lib/wallet/top-up/top-up-row';
import type { TopUpTerms } from '@/lib/wallet/top-up/top-up-terms';

/** A method asks for twelve fields at most. */
const maxRequisites = 12;

export const createTopUpInput = z
  .object({
    way: z.enum(topUpWayKinds, 'fields.choice'),
    /** Of a system or a direct payment. */
    methodCode: z.string().max(32).optional(),
    asset: z.string().max(16),
    /** What the customer pays, in any locale's form. */
    amount: z.string().max(60, 'fields.amount'),
    /** Where he pays from, as typed, by field of the method. */
    requisites: z
      .record(z.string(), z.unknown())
      .refine((typed) => Object.keys(typed).length <= maxRequisites, { error: 'fields.unknown' })
      .default({}),
    /** Of a request: how the money was or will be handed over. */
    moneyKind: z.enum(moneyKinds, 'fields.choice').optional(),
    comment: optionalLongText(500),
    idempotencyKey: z.string().min(8).max(100),
  })
  .refine(({ way, moneyKind }) => way !== 'cashier' || moneyKind !== undefined, {
    path: ['moneyKind'],
    message: 'fields.choice',
  });

export type CreateTopUpInput = z.output<typeof createTopUpInput>;

/** The same for the same wish: what tells a replay from another wish under its key. Pictures are not compared. */
export function hashTopUpInput(userId: string, input: CreateTopUpInput): string {
  const { way, methodCode = '', asset, amount, moneyKind = '', comment } = input;
  const typed = Object.entries(input.requisites).sort(([a], [b]) => (a < b ? -1 : 1));
  const wish = [userId, way, methodCode, asset, amount.trim(), moneyKind, comment, ...typed];
  return createHash('sha256').update(JSON.stringify(wish)).digest('hex');
}

const problems: Record<Extract<ParsedAmount, { ok: false }>['reason'], string> = {
  empty: 'required',
  not_a_number: 'amount',
  too_many_decimals: 'amountDecimals',
  too_large: 'amountTooLarge',
};

/**
 * What was typed, in units, within the bounds of the way and more than its fee.
 * Throws `invalid_input` (field `amount`).
 */
export function readTopUpAmount(
  text: string,
  { asset, scale }: { asset: string; scale: number },
  terms: TopUpTerms,
): bigint {
  const parsed = parseAmount(text, scale);
  if (!parsed.ok) return refuse({ key: problems[parsed.reason], params: { max: String(scale) } });
  const { units } = parsed;
  const { minUnits, maxUnits } = terms;
  const bound = (key: string, nearest: bigint) =>
    refuse({ key, params: { nearest: formatUnits(nearest, scale), asset } });
  if (units === 0n) return refuse({ key: 'amountPositive' });
  if (minUnits !== null && units < minUnits) return bound('amountLeast', minUnits);
  if (maxUnits !== null && units > maxUnits) return bound('amountMost', maxUnits);
  return topUpFee(units, terms) === units ? refuse({ key: 'aboveFee' }) : units;
}

/**
 * What the customer pays from, as the method asks of whoever pays an exchange by it.
 * Throws `invalid_input` (fields `give.<key>`), all problems at once.
 */
export function readTopUpRequisites(typed: Record<string, unknown>, { method }: TopUpTerms): Requisites {
  const checked = checkRequisites(method?.fields ?? [], typed);
  if (checked.ok) return checked.values;
  const fields = Object.entries(checked.fields).map(([key, problem]) => [`give.${key}`, problem]);
  return fail('invalid_input', { fields: Object.fromEntries(fields) });
}

function refuse(amount: FieldProblem): never {
  return fail('invalid_input', { fields: { amount } });
}
