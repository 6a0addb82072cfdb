import { z } from 'zod';
import { parseDecimal } from '@/lib/decimal';
import { type ParsedAmount, parseAmount } from '@/lib/money';
import { type FieldKey, shortText } from '@/lib/text';

/** Pieces of admin forms: what is typed, as the database keeps it. Messages are keys of messages/<locale>/errors.json. */

const amountProblems: Record<Extract<ParsedAmount, { ok: false }>['reason'], FieldKey> = {
  empty: 'required',
  not_a_number: 'amount',
  too_many_decimals: 'amountDecimals',
  too_large: 'amountTooLarge',
};

/** An amount of an asset with so many decimals, in units. */
export function amountField(scale: number) {
  return z.string('fields.required').transform((text, context) => readAmount(text, scale, context));
}

/** The same, or null where nothing was typed. */
export function optionalAmountField(scale: number) {
  return z
    .string()
    .optional()
    .transform((text, context) => (text?.trim() ? readAmount(text, scale, context) : null));
}

function readAmount(text: string, scale: number, context: z.RefinementCtx): bigint {
  const parsed = parseAmount(text, scale);
  if (parsed.ok) return parsed.units;
  const message = `fields.${amountProblems[parsed.reason]}`;
  context.addIssue({ code: 'custom', message, params: { max: String(scale) } });
  return z.NEVER;
}

/** The same, or nothing as 0. */
export function amountOrZeroField(scale: number) {
  return optionalAmountField(scale).transform((units) => units ?? 0n);
}

/** A multiple that amounts are rounded to: above zero; nothing means the asset's smallest unit. */
export function stepField(scale: number) {
  return optionalAmountField(scale)
    .transform((units) => units ?? 1n)
    .refine((units) => units > 0n, 'fields.positive');
}

/** `0.5` per cent → 50 basis points. Below zero where that makes sense; at most 50 per cent. */
export function percentField({ negative = false }: { negative?: boolean } = {}) {
  return z
    .string()
    .default('')
    .transform((text, context): number => {
      const trimmed = text.trim().replace(/%$/, '').trim();
      if (trimmed === '') return 0;
      const below = negative && /^[-−]/.test(trimmed);
      const parsed = parseAmount(below ? trimmed.slice(1) : trimmed, 2);
      if (parsed.ok && parsed.units <= 5_000n) return below ? -Number(parsed.units) : Number(parsed.units);
      context.addIssue({ code: 'custom', message: 'fields.percent' });
      return z.NEVER;
    });
}

/**
 * A rate or price as a plain decimal above zero, with at most 18 decimals. `60,000` is sixty or sixty thousand, and
 * customers would be sold at it at once: it is asked back.
 */
export const rateField = z.string('fields.required').transform((text, context): string => {
  const compact = text.trim().replace(/[\s\u00a0\u202f]/g, '');
  if (/^[1-9]\d{0,2},\d{3}$/.test(compact)) {
    const params = { whole: compact.replace(',', ''), decimal: compact.replace(',', '.') };
    context.addIssue({ code: 'custom', message: 'fields.rateComma', params });
    return z.NEVER;
  }
  const grouped = /^\d{1,3}(,\d{3})+\.\d+$|^\d{1,3}(,\d{3}){2,}$/.test(compact);
  const plain = grouped ? compact.replaceAll(',', '') : compact.replace(',', '.');
  const value = /^\d{1,18}(\.\d{1,18})?$/.test(plain) ? parseDecimal(plain) : null;
  if (value && value.num > 0n) return plain;
  context.addIssue({ code: 'custom', message: plain === '' ? 'fields.required' : 'fields.rate' });
  return z.NEVER;
});

export function wholeField(min: number, max: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'fields.whole')
    .transform(Number)
    .refine((value) => value >= min && value <= max, {
      message: 'fields.range',
      params: { min: String(min), max: String(max) },
    });
}

/** A box of a form: there or not there. */
export const checkField = z
  .literal(['on', 'true', '1'])
  .optional()
  .transform((value) => value !== undefined);

/** Both languages of a title; both needed. */
export const titlesFields = { titleEn: shortText(80), titleRu: shortText(80) };
