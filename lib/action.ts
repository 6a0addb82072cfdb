import { newErrorId } from '@/lib/error-id';
import { AppError, type AppErrorCode, type FieldProblems } from '@/lib/errors';
import { log } from '@/lib/log';
import { isOutage } from '@/lib/outage';

/** What a server action answers to its form. Texts are keys; the page puts them into words. */
export type ActionResult<T = null> =
  | { ok: true; value: T }
  | {
      ok: false;
      code: AppErrorCode | 'unexpected';
      params?: Record<string, string>;
      fields?: FieldProblems;
      /** What was typed, so that nothing is lost without JavaScript either. */
      values?: Record<string, string>;
      errorId?: string;
    };

/**
 * Runs one command for an action: an expected failure becomes a result, anything else is logged under an id
 * that the browser is shown instead of the error's own words.
 */
export async function runAction<T>(
  work: () => Promise<T>,
  values?: Record<string, string>,
): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof AppError)
      return { ok: false, code: error.code, params: error.params, fields: error.fields, values };
    if (isControlFlow(error)) throw error;
    if (isUnstorable(error)) return { ok: false, code: 'invalid_input', values };
    const errorId = newErrorId();
    log.error({ err: error, errorId }, 'an action failed');
    // Nothing was done and nothing is lost: the same press may succeed in a moment.
    if (isOutage(error)) return { ok: false, code: 'unavailable', values };
    return { ok: false, code: 'unexpected', errorId, values };
  }
}

/** Redirects and not-found of the framework travel as errors with a digest; they are no failures. */
function isControlFlow(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}

/** A NUL or half a character somewhere in an id or a note: no column can hold it, so it is nothing of ours. */
function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  // Of the other door to the database the code stands in the words alone.
  return /^(22021|22P05)$/.test(String(error.code)) || /Code: `(22021|22P05)`/.test(error.message);
}

/** What an action was called with, if it is a form: whoever calls it by himself may send anything. */
export function formOf(given: FormData): FormData {
  return given instanceof FormData ? given : new FormData();
}

/** The text fields of a form, without files and without the framework's own; each name once. */
export function formValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of formOf(form)) {
    if (typeof value === 'string' && !name.startsWith('$ACTION')) values[name] ??= value;
  }
  return values;
}
