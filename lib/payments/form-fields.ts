import type { RawRequest } from '@/lib/payments/contract/notice';

/**
 * The fields of a form or query as a system sends them: each name once, values as text. A repeated name, `name[]` or
 * a broken escape is refused (null): which of two values counts is how signatures are got around.
 */
export function formFields(encoded: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (const pair of encoded.split('&').filter((part) => part !== '')) {
    const cut = pair.indexOf('=');
    const name = decoded(cut < 0 ? pair : pair.slice(0, cut));
    const value = decoded(cut < 0 ? '' : pair.slice(cut + 1));
    if (name === null || value === null || name === '' || fields.has(name)) return null;
    if (/[[\]\0]/.test(name) || value.includes('\0')) return null;
    fields.set(name, value);
  }
  return fields;
}

/** Fields of a POST's form body, or of the query where it is a GET; null where they are not to be trusted. */
export function requestFields(request: RawRequest): Map<string, string> | null {
  if (request.method === 'GET') return formFields(request.query);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return null;
  return formFields(request.body.toString('utf8'));
}

/** The body as a JSON object, or null. A byte order mark before it is allowed, bytes that are no UTF-8 are not. */
export function jsonObject(body: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
