import { z } from 'zod';
import { type AppError, appErrors, type FieldProblems } from '@/lib/errors';
import { defaultLocale, type Locale } from '@/lib/i18n/locales';
import apiEn from '@/messages/en/api.json';
import errorsEn from '@/messages/en/errors.json';
import apiRu from '@/messages/ru/api.json';
import errorsRu from '@/messages/ru/errors.json';

/** Codes that only the API has, beside those of `lib/errors.ts`. */
const apiCodes = { method_not_allowed: 405, secret_missing: 401, unexpected: 500 } as const;

export type ProblemCode = keyof typeof appErrors | keyof typeof apiCodes;

/** An error of the API (RFC 9457). `code` never changes its meaning; `title` and `detail` are words for people. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'urn:kantor:problem:<code>' }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; programs should look at this.' }),
    detail: z.string(),
    field: z.string().optional().meta({ description: 'The first field at fault.' }),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'All fields at fault.' }),
    nearest: z
      .object({ give: z.string(), get: z.string() })
      .optional()
      .meta({ description: 'The nearest amounts that would be accepted.' }),
    available: z
      .object({ amount: z.string(), asset: z.string() })
      .optional()
      .meta({ description: 'With no_reserve: what is still there of the asset asked for.' }),
    errorId: z.string().optional().meta({ description: 'Tell it to support.' }),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

const texts = { en: { api: apiEn, errors: errorsEn }, ru: { api: apiRu, errors: errorsRu } };

/** An expected failure in the API's form. */
export function problemOf(error: AppError, locale: Locale = defaultLocale): Problem {
  const problem = problemWith(error.code, locale);
  const errors = fieldErrors(error.fields, locale);
  const [first] = errors;
  const { nearestGive, nearestGet, available, asset, detail } = error.params;
  return {
    ...problem,
    detail: detailText(detail, locale) ?? first?.detail ?? problem.detail,
    ...(first && { field: first.field, errors }),
    ...(nearestGive && nearestGet && { nearest: { give: nearestGive, get: nearestGet } }),
    ...(available && asset && { available: { amount: available, asset } }),
  };
}

/** A problem that its code says all of. */
export function problemWith(code: ProblemCode, locale: Locale = defaultLocale, errorId?: string): Problem {
  const known: Record<string, unknown> = { ...texts[locale].errors, ...texts[locale].api };
  const text = filled(String(known[code] ?? code), { errorId: errorId ?? '' });
  const status =
    code in apiCodes ? apiCodes[code as keyof typeof apiCodes] : appErrors[code as keyof typeof appErrors];
  return {
    type: `urn:kantor:problem:${code}`,
    title: text,
    status,
    code,
    detail: text,
    ...(errorId && { errorId }),
  };
}

function fieldErrors(
  fields: FieldProblems,
  locale: Locale,
): { field: string; code: string; detail: string }[] {
  const known: Record<string, unknown> = { ...texts[locale].errors.fields, ...texts[locale].api.fields };
  return Object.entries(fields).map(([field, { key, params }]) => ({
    field,
    code: key,
    detail: filled(String(known[key] ?? key), params ?? {}),
  }));
}

function detailText(key: string | undefined, locale: Locale): string | undefined {
  const known: Record<string, string> = texts[locale].api.detail;
  return key === undefined ? undefined : known[key];
}

function filled(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
