import type { z } from 'zod';
import { type FieldProblem, type FieldProblems, fail } from '@/lib/errors';

/** The body in the schema's form. Throws `invalid_input` with every field at fault, unknown ones among them. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields: FieldProblems = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) fields[named([...path, key])] ??= { key: 'unknown' };
    } else fields[named(path)] ??= problemOf(issue);
  }
  return fail('invalid_input', { fields });
}

/** The name is told back, and it came from outside: no more of it than a name can be. */
function named(path: string[]): string {
  return (
    path
      .join('.')
      .replace(/[^\w.-]/g, '')
      .slice(0, 60) || 'body'
  );
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'custom' || issue.message.startsWith('fields.'))
    return { key: issue.message.replace(/^fields\./, '') };
  if (issue.code === 'invalid_key') return { key: 'unknown' };
  if (issue.code === 'too_big') return { key: 'tooLong', params: { max: String(issue.maximum) } };
  if (issue.code === 'invalid_type' && issue.input === undefined) return { key: 'required' };
  return { key: 'invalid' };
}
