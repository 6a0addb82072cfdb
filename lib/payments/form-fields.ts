import iconv from 'iconv-lite';
import type { RawRequest } from '@/lib/payments/contract/notice';

/**
 * The fields of a form or query as a system sends them: each name once, values as text. A repeated name, `name[]` or
 * a broken escape is refused (null): which of two values counts is how signatures are got around. `orIn`: how values
 * are read that are no UTF-8, of systems that may send back a text of ours in another encoding.
 */
export function formFields(encoded: string, orIn?: 'win1251'): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (const pair of encoded.split('&').filter((part) => part !== '')) {
    const cut = pair.indexOf('=');
    const name = decoded(cut < 0 ? pair : pair.slice(0, cut));
    const value = decoded(cut < 0 ? '' : pair.slice(cut + 1), orIn);
    if (name === null || value === null || name === '' || fields.has(name)) return null;
    if (/[[\]\0]/.test(name) || value.includes('\0')) return null;
    fields.set(name, value);
  }
  return fields;
}

/** Fields of a POST's form body, or of the query where it is a GET; null where they are not to be trusted. */
export function requestFields(request: RawRequest, orIn?: 'win1251'): Map<string, string> | null {
  if (request.method === 'GET') return formFields(request.query, orIn);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return null;
  return formFields(request.body.toString('utf8'), orIn);
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

function decoded(text: string, orIn?: 'win1251'): string | null {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Whole escapes of bytes that are no UTF-8; one that is cut short is broken in any encoding.
    if (!orIn || /%(?![0-9a-f]{2})/i.test(spaced)) return null;
    const bytes = spaced.replace(/%../g, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
    return /[\u0100-\uffff]/.test(bytes) ? null : iconv.decode(Buffer.from(bytes, 'latin1'), orIn);
  }
}
