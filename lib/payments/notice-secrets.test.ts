import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '@/lib/payments/notice-secrets';

const secret = 'p(a)s/s "wörd"!';
const other = 'another-account-key';

function kept(text: string): string {
  const raw = {
    method: 'POST',
    query: text,
    headers: { 'x-key': text },
    body: Buffer.from(text),
    ip: '192.0.2.7',
  };
  const { query, headers, body } = withoutSecrets(raw, [secret, other]);
  expect(headers['x-key']).toBe(query);
  // Neither an address nor a header holds other letters as they are.
  if (/^[\x20-\x7e]*$/.test(text)) expect(query).toBe(body.toString());
  return body.toString();
}

const bytes = [...Buffer.from(secret)];
const hex = (byte: number) => byte.toString(16).padStart(2, '0');

describe('a secret in what is kept of a notice is covered', () => {
  it.each([
    ['by the usual rules', encodeURIComponent(secret)],
    ['with a plus for a space', encodeURIComponent(secret).replaceAll('%20', '+')],
    ['in lower-case hex', encodeURIComponent(secret).replace(/%../g, (pair) => pair.toLowerCase())],
    ['byte by byte', bytes.map((byte) => `%${hex(byte)}`).join('')],
    [
      'here and there',
      encodeURIComponent(secret).replace('a', '%61').replace('(', '%28').replace('%20', '+'),
    ],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in JSON with escaped letters', JSON.stringify(secret).slice(1, -1).replace('ö', '\\u00F6')],
    ['in JSON with escaped slashes', JSON.stringify(secret).slice(1, -1).replace('/', '\\/')],
    ['for XML', secret.replaceAll('"', '&quot;')],
    ['for XML by numbers', secret.replaceAll('"', '&#34;').replace('a', '&#x61;')],
  ])('written %s', (_name, written) => {
    expect(kept(`a=1&key=${written}&b=2`)).toBe('a=1&key=[secret]&b=2');
  });

  it('as it is, also of another account, each time', () => {
    expect(kept(`${other}:${other}:x`)).toBe('[secret]:[secret]:x');
  });

  it('and all else stays as it was, byte for byte', () => {
    const text = 'a=%zz&b=%2&c=+%41\\u12&d=\\B\\U0041\\&e=%E2%82&f=&amp;&#x;&#99999999;';
    expect(kept(text)).toBe(text);
    const body = Buffer.from([0, 255, 37, 50, 92, 128]);
    const raw = { method: 'POST', query: '', headers: {}, body, ip: '' };
    expect(withoutSecrets(raw, [secret]).body).toEqual(body);
  });

  it('but not what is too short to be one', () => {
    const raw = { method: 'GET', query: 'a=abc', headers: {}, body: Buffer.alloc(0), ip: '' };
    expect(withoutSecrets(raw, ['abc']).query).toBe('a=abc');
  });
});
