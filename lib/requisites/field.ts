import { z } from 'zod';
import {
  cleanText,
  codePoints,
  type FieldKey,
  optionalShortText,
  problemMessage,
  shortText,
  type TextProblem,
} from '@/lib/text';
import { fitsBic } from './bank-account';
import { coinNetworkCodes } from './coin-networks';
import { parseSafePattern } from './safe-pattern';
import { validatorCodes, validatorOf } from './validators';

const INPUT_MAX = 200;
const FIELDS_MAX = 12;
const texts = (max: number) => z.strictObject({ en: shortText(max), ru: shortText(max) });

const params = z.strictObject({
  pattern: z
    .string(problemMessage('pattern'))
    .superRefine((source, ctx) => {
      const parsed = parseSafePattern(source);
      if (!parsed.ok) ctx.addIssue({ code: 'custom', message: problemMessage(parsed.key).error });
    })
    .optional(),
  example: shortText(60).optional(),
  network: z.enum(coinNetworkCodes, problemMessage('choice')).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, problemMessage('choice'))
    .optional(),
  bicField: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,31}$/, problemMessage('fieldKey'))
    .optional(),
});

/** One thing asked of the customer about his side of an exchange, as the admin sets it up. */
export const requisiteField = z
  .strictObject({
    key: z.string(problemMessage('required')).regex(/^[a-z][a-z0-9_]{0,31}$/, problemMessage('fieldKey')),
    /** give: where the customer pays from; get: where he is paid to */
    side: z.enum(['give', 'get'], problemMessage('choice')),
    validator: z.enum(validatorCodes, problemMessage('choice')),
    params: params.default({}),
    titles: texts(60),
    hints: z
      .strictObject({ en: optionalShortText(200), ru: optionalShortText(200) })
      .default({ en: '', ru: '' }),
    required: z.boolean().default(true),
  })
  .superRefine((field, ctx) => {
    const demand = (key: FieldKey, name: keyof typeof field.params) =>
      ctx.addIssue({ code: 'custom', message: problemMessage(key).error, path: ['params', name] });
    if (field.validator === 'purse' && field.params.pattern === undefined) demand('fieldPattern', 'pattern');
    if (field.validator === 'coin' && field.params.network === undefined) demand('fieldNetwork', 'network');
  });

export type RequisiteField = z.infer<typeof requisiteField>;
export type RequisiteSide = RequisiteField['side'];

/** All fields of a payment method; a key may stand once on each side. */
export const requisiteFields = z.array(requisiteField).superRefine((fields, ctx) => {
  if (fields.length > FIELDS_MAX) {
    const params = { max: String(FIELDS_MAX) };
    ctx.addIssue({ code: 'custom', message: problemMessage('tooMany').error, params });
  }
  for (const [index, field] of fields.entries()) {
    const same = (other: RequisiteField) => other.key === field.key && other.side === field.side;
    if (fields.findIndex(same) < index) {
      ctx.addIssue({
        code: 'custom',
        message: problemMessage('fieldKeyTaken').error,
        path: [index, 'key'],
      });
    }
    const { bicField } = field.params;
    const hasBic = fields.some((f) => f.side === field.side && f.key === bicField && f.validator === 'bic');
    if (bicField !== undefined && !hasBic) {
      ctx.addIssue({
        code: 'custom',
        message: problemMessage('fieldBic').error,
        path: [index, 'params', 'bicField'],
      });
    }
  }
});

export type CheckedRequisites =
  | { ok: true; values: Record<string, { value: string; display: string }>; searchKeys: string[] }
  | { ok: false; fields: Record<string, TextProblem> };

/**
 * Checks what a customer typed against the fields of **one side** of his order.
 * Unknown keys are refused, empty optional ones left out; problems are told by field, all at once.
 */
export function checkRequisites(fields: RequisiteField[], input: Record<string, unknown>): CheckedRequisites {
  const known = new Set(fields.map((field) => field.key));
  const problems = new Map<string, TextProblem>();
  const values = new Map<string, { value: string; display: string }>();
  const searchKeys = new Set<string>();
  for (const key of Object.keys(input)) {
    // The name itself is hostile text: it is told back only as far as it can be a key.
    if (!known.has(key))
      problems.set(key.replace(/[^\w.-]/g, '').slice(0, 32) || 'unknown', { key: 'unknown' });
  }
  for (const field of fields) {
    const typed = readInput(Object.hasOwn(input, field.key) ? input[field.key] : undefined);
    if ('key' in typed) {
      problems.set(field.key, typed);
    } else if (typed.text === '') {
      if (field.required) problems.set(field.key, { key: 'required' });
    } else {
      const result = validatorOf(field.validator).normalise(typed.text, field.params);
      if (result.ok) {
        values.set(field.key, { value: result.value, display: result.display });
        for (const searchKey of result.searchKeys) searchKeys.add(searchKey);
      } else {
        problems.set(field.key, { key: result.key, ...(result.params && { params: result.params }) });
      }
    }
  }
  for (const key of accountsOfOtherBanks(fields, values)) problems.set(key, { key: 'accountControl' });
  if (problems.size > 0) return { ok: false, fields: Object.fromEntries(problems) };
  return { ok: true, values: Object.fromEntries(values), searchKeys: [...searchKeys] };
}

function readInput(input: unknown): { text: string } | TextProblem {
  if (input === undefined || input === null) return { text: '' };
  if (typeof input !== 'string') return { key: 'badCharacters' };
  const tooLong: TextProblem = { key: 'tooLong', params: { max: String(INPUT_MAX) } };
  if (input.length > INPUT_MAX * 4) return tooLong;
  const cleaned = cleanText(input);
  if (!cleaned.ok) return { key: cleaned.key };
  return codePoints(cleaned.text) > INPUT_MAX ? tooLong : { text: cleaned.text };
}

function accountsOfOtherBanks(fields: RequisiteField[], values: Map<string, { value: string }>): string[] {
  const misfits = fields.filter(({ key, params: { bicField } }) => {
    const accountNumber = values.get(key)?.value;
    const bic = bicField === undefined ? undefined : values.get(bicField)?.value;
    return accountNumber !== undefined && bic !== undefined && !fitsBic(accountNumber, bic);
  });
  return misfits.map((field) => field.key);
}
