import { gzipSync } from 'node:zlib';

export type Attack = {
  name: string;
  method?: 'GET' | 'POST';
  query?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** As what it is kept. */
  why: string;
};

/** What the attacked payment asks for. */
export const sum = '60000.00';

type Signed = (outSum: string, invId: number | string) => string;

/** Sums that are not what was asked for, or that are written so that somebody reads them otherwise; truly signed. */
export function amountAttacks(own: number, signed: Signed): Attack[] {
  const of = (name: string, outSum: string, why: string): Attack => ({
    name,
    body: signed(outSum, own),
    why,
  });
  return [
    of('less than asked for', '1.00', 'wrong_amount'),
    of('more than asked for', '60000.01', 'wrong_amount'),
    of('a hundred times as much', '6000000', 'wrong_amount'),
    of('nothing', '0.00', 'wrong_amount'),
    of('less than nothing', '-60000.00', 'malformed'),
    of('with a plus sign', '+60000.00', 'malformed'),
    of('as an exponent', '6e4', 'malformed'),
    of('as hexadecimal', '0xEA60', 'malformed'),
    of('with a decimal comma', '60000,00', 'malformed'),
    of('with grouped thousands', '60 000.00', 'malformed'),
    of('with grouping commas', '60,000.00', 'malformed'),
    of('with a space at the end', '60000.00 ', 'malformed'),
    of('with a tenth of a kopeck', '60000.001', 'malformed'),
    of('not a number', 'NaN', 'malformed'),
    of('infinite', 'Infinity', 'malformed'),
    of('with more figures than a number has', `6${'0'.repeat(400)}`, 'malformed'),
    of('with figures of another script', '\u0666\u0660\u0660\u0660\u0660', 'malformed'),
  ];
}

/** True notices in clothes that they never come in. */
export function transportAttacks({
  real,
  own,
  right,
}: {
  real: string;
  own: number;
  right: string;
}): Attack[] {
  const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`;
  const bomb = `<!DOCTYPE a [<!ENTITY b "${'b'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]><a>&c;</a>`;
  const type = (name: string) => ({ 'content-type': name });
  return [
    { name: 'a huge body', body: `${real}&x=${'x'.repeat(70_000)}`, why: 'too_large' },
    {
      name: 'a huge body of unknown length',
      headers: { 'x-chunked': '1' },
      body: `${real}&x=${'x'.repeat(70_000)}`,
      why: 'too_large',
    },
    { name: 'a huge query', method: 'GET', query: `${real}&x=${'x'.repeat(70_000)}`, why: 'too_large' },
    { name: 'a packed body', headers: { 'content-encoding': 'gzip' }, body: gzipSync(real), why: 'encoded' },
    { name: 'a body said to be Brotli', headers: { 'content-encoding': 'br' }, body: real, why: 'encoded' },
    { name: 'a form said to be JSON', headers: type('application/json'), body: real, why: 'malformed' },
    { name: 'a form said to be text', headers: type('text/plain'), body: real, why: 'malformed' },
    {
      name: 'JSON',
      headers: type('application/json'),
      body: JSON.stringify({ OutSum: sum, InvId: own, SignatureValue: right }),
      why: 'malformed',
    },
    {
      name: 'a multipart form',
      headers: type('multipart/form-data; boundary=x'),
      body: `--x\r\ncontent-disposition: form-data; name="InvId"\r\n\r\n${own}\r\n--x--`,
      why: 'malformed',
    },
    { name: 'XML with an outer entity', headers: type('text/xml'), body: xml, why: 'malformed' },
    { name: 'XML with a bomb', headers: type('application/xml'), body: bomb, why: 'malformed' },
    { name: 'nothing at all', body: '', why: 'malformed' },
    { name: 'GET, with the form in its place', method: 'GET', query: '', why: 'malformed' },
    { name: 'POST, with the form in the query', query: real, body: '', why: 'malformed' },
    { name: 'a NUL in a value', body: `${real}%00`, why: 'malformed' },
    { name: 'a NUL in a name', body: `${real}&x%00y=1`, why: 'malformed' },
    { name: 'a broken escape', body: `${real}&x=%zz`, why: 'malformed' },
    { name: 'bytes that are no UTF-8', body: `${real}&x=%c0%ae`, why: 'malformed' },
    { name: 'a line break in the signature', body: `${real}%0d%0aX-Paid:%201`, why: 'bad_signature' },
  ];
}
