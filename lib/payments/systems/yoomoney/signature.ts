import { digest, hmac } from '@/lib/payments/signature';

/**
 * `sign` of a notice since 18 May 2026: all fields but itself, empty and unknown ones too, sorted bytewise as
 * `name=value` with the value percent-encoded by RFC 3986.
 */
export function noticeSignature(fields: ReadonlyMap<string, string>, secret: string): string {
  const signed = [...fields]
    .filter(([name]) => name !== 'sign')
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, value]) => `${name}=${percentEncoded(value)}`)
    .join('&');
  return hmac('sha256', secret, signed);
}

const formerlySigned = [
  'notification_type',
  'operation_id',
  'amount',
  'currency',
  'datetime',
  'sender',
  'codepro',
];

/**
 * `sha1_hash` of notices before that day. Not believed any more: it only tells an old notice that was sent again from
 * a forged one.
 */
export function formerSignature(fields: ReadonlyMap<string, string>, secret: string): string {
  const values = formerlySigned.map((name) => fields.get(name) ?? '');
  return digest('sha1', [...values, secret, fields.get('label') ?? ''].join('&'));
}

function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
