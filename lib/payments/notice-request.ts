import type { HttpAnswer, RawRequest } from '@/lib/payments/contract/notice';

const maxBytes = 64 * 1024;

/** A body that is not read at all, with what its sender hears. */
export type Unread = { why: 'too_large' | 'encoded'; answer: HttpAnswer; raw: RawRequest };

/**
 * The request at the callback door, raw: signatures are over these bytes. Encoded bodies are refused (a small one could
 * become a very large one), and so are more than 64 KB, whatever the header says. Cookies are nobody's business here.
 */
export async function rawRequest(request: Request, ip: string): Promise<RawRequest | Unread> {
  const raw: RawRequest = {
    method: request.method,
    query: queryOf(request.url),
    headers: Object.fromEntries([...request.headers].filter(([name]) => name !== 'cookie')),
    body: Buffer.alloc(0),
    ip,
  };
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity') return { why: 'encoded', answer: nothing(415), raw };
  if (raw.query.length > maxBytes)
    return { why: 'too_large', answer: nothing(414), raw: { ...raw, query: '' } };
  if (request.method === 'GET') return raw;
  const body =
    Number(request.headers.get('content-length') ?? 0) > maxBytes ? null : await read(request.body);
  return body ? { ...raw, body } : { why: 'too_large', answer: nothing(413), raw };
}

/** An answer without a word. */
export function nothing(status: number): HttpAnswer {
  return { status, body: '', contentType: 'text/plain; charset=utf-8' };
}

/** Undecoded: parsing an address and writing it again would change what was signed. */
function queryOf(url: string): string {
  const from = url.indexOf('?');
  return from < 0 ? '' : (url.slice(from + 1).split('#')[0] ?? '');
}

/** The bytes, or null where there are too many: reading stops there. */
async function read(body: ReadableStream<Uint8Array> | null): Promise<Buffer | null> {
  if (!body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
