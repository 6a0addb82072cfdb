import type { ActionResult } from '@/lib/action';

/** What an action accepts at most, with room for the fields around a file. Next is told the same in its settings. */
const bytesMax = 10.5 * 1024 * 1024;

/**
 * Calls a form's action from the browser so that every end is an answer: too large to be sent, no connection, or a
 * crash with the id under which the server logged it. A rejection would take the page down, and what was typed with
 * it. Redirects pass through.
 */
export async function sendAction<T>(
  action: (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>,
  previous: ActionResult<T> | null,
  form: FormData,
): Promise<ActionResult<T>> {
  if (bytesOfFiles(form) > bytesMax) return { ok: false, code: 'body_too_large' };
  try {
    return await action(previous, form);
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    if (digest.startsWith('NEXT_')) throw error;
    if (digest) return { ok: false, code: 'unexpected', errorId: digest };
    return { ok: false, code: 'unavailable' };
  }
}

function bytesOfFiles(form: FormData): number {
  let bytes = 0;
  for (const [, value] of form) if (value instanceof File) bytes += value.size;
  return bytes;
}
