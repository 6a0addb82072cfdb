import type { z } from 'zod';
import { type FieldProblems, fail } from '@/lib/errors';
import words from '@/messages/en/errors.json' with { type: 'json' };

/**
 * What came from outside, in the schema's form. Throws `invalid_input` with the first problem of each field; fields
 * inside of others are named with dots (`values.account`).
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldProblems = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'form'] ??= problemOf(issue);
  return fail('invalid_input', { fields });
}

/** Our schemas give a message key; of the schema library's own texts none reaches a page. */
function problemOf(issue: z.core.$ZodIssue) {
  const key = issue.message.replace(/^fields\./, '');
  if (Object.hasOwn(words.fields, key)) {
    return { key, params: issue.code === 'custom' ? textsOf(issue.params) : undefined };
  }
  if (issue.code === 'invalid_type') return { key: 'required' };
  if (issue.code === 'too_big') return { key: 'tooLong', params: { max: String(issue.maximum) } };
  return { key: 'invalid' };
}

function textsOf(params: Record<string, unknown> | undefined): Record<string, string> | undefined {
  if (!params) return undefined;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
