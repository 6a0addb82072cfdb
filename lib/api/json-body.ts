import { fail } from '@/lib/errors';

const maxBytes = 64 * 1024;

/**
 * The JSON value of a request's body; an empty body is an empty object. Throws `unsupported_media_type` for another or
 * an encoded content, `body_too_large` beyond 64 KB (whatever the header says), `invalid_input` for what is not JSON.
 */
export async function jsonBody(request: Request): Promise<unknown> {
  const { headers } = request;
  // Nothing is decompressed here: a small body could otherwise become a very large one.
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (encoding !== '' && encoding !== 'identity')
    fail('unsupported_media_type', { params: { detail: 'contentEncoding' } });
  if (Number(headers.get('content-length') ?? 0) > maxBytes) tooLarge();
  const bytes = await readBytes(request.body);
  if (bytes.length === 0) return {};
  if (!isJson(headers.get('content-type')))
    fail('unsupported_media_type', { params: { detail: 'contentType' } });
  return parseJson(bytes);
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test((contentType ?? '').trim());
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): never {
  return fail('body_too_large', { params: { detail: 'bodySize' } });
}

function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    return fail('invalid_input', { params: { detail: 'json' }, cause });
  }
  if (namesAKeyTwice(text)) fail('invalid_input', { params: { detail: 'duplicateKey' } });
  return value;
}

/**
 * Whether an object of this valid JSON has one key twice. Readers disagree about which of the two counts, so what was
 * checked elsewhere need not be what is read here.
 */
export function namesAKeyTwice(json: string): boolean {
  const objects: (Set<string> | null)[] = [];
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
  for (const [text, isKey] of json.matchAll(token)) {
    if (text === '{') objects.push(new Set());
    else if (text === '[') objects.push(null);
    else if (text === '}' || text === ']') objects.pop();
    else if (isKey !== undefined) {
      const key = String(JSON.parse(text.slice(0, -isKey.length)));
      const keys = objects.at(-1);
      if (keys?.has(key)) return true;
      keys?.add(key);
    }
  }
  return false;
}
