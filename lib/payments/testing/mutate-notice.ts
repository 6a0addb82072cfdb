import type { RawRequest } from '@/lib/payments/contract/notice';
import type { NoticeFixture } from '@/lib/payments/testing/fixture';

type Place = Exclude<NoticeFixture['signature'], 'none'>;

/** What stands where the signature stands. */
export function signatureOf(request: RawRequest, place: Place): string {
  const found =
    place.in === 'header'
      ? request.headers[place.name.toLowerCase()]
      : place.in === 'json'
        ? jsonFields(request)[place.name]
        : formPairs(request).find(([name]) => name === place.name)?.[1];
  if (typeof found !== 'string' || found === '') throw new Error(`the notice has no signature ${place.name}`);
  return found;
}

/** The same notice with another signature; null: without any. */
export function withSignature(request: RawRequest, place: Place, signature: string | null): RawRequest {
  if (place.in === 'header') {
    const { [place.name.toLowerCase()]: _, ...rest } = request.headers;
    return {
      ...request,
      headers: signature === null ? rest : { ...rest, [place.name.toLowerCase()]: signature },
    };
  }
  if (place.in === 'json') {
    const { [place.name]: _, ...rest } = jsonFields(request);
    const fields = signature === null ? rest : { ...rest, [place.name]: signature };
    return { ...request, body: Buffer.from(JSON.stringify(fields)) };
  }
  const pairs = formPairs(request)
    .filter(([name]) => name !== place.name || signature !== null)
    .map(([name, value]) => [name, name === place.name ? (signature ?? '') : value] as const);
  return withForm(request, written(pairs));
}

/** One character in the middle becomes another one of its kind, so that it stays well-formed. */
export function flipped(signature: string): string {
  const middle = Math.floor((signature.length * 2) / 3);
  const old = signature[middle] ?? '';
  const next = old === 'a' || old === 'A' ? 'b' : /[0-9]/.test(old) ? (old === '7' ? '3' : '7') : 'a';
  return signature.slice(0, middle) + next + signature.slice(middle + 1);
}

/** The form with more behind it, as it stands (`&amount=1`). */
export function withMore(request: RawRequest, more: string): RawRequest {
  return withForm(request, `${encoded(request)}${more}`);
}

/** The form with one field's name changed, its value kept. */
export function withRenamed(request: RawRequest, from: string, to: string): RawRequest {
  return withForm(
    request,
    written(formPairs(request).map(([name, value]) => [name === from ? to : name, value])),
  );
}

/** Whether its fields are a form's (or a query's). */
export function isForm(request: RawRequest): boolean {
  return (
    request.method === 'GET' ||
    (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  );
}

/** Name and value of each field of the form. */
export function formPairs(request: RawRequest): [string, string][] {
  return [...new URLSearchParams(encoded(request))];
}

function encoded(request: RawRequest): string {
  return request.method === 'GET' ? request.query : request.body.toString('utf8');
}

function withForm(request: RawRequest, form: string): RawRequest {
  return request.method === 'GET' ? { ...request, query: form } : { ...request, body: Buffer.from(form) };
}

function written(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

function jsonFields(request: RawRequest): Record<string, unknown> {
  return JSON.parse(request.body.toString('utf8'));
}
