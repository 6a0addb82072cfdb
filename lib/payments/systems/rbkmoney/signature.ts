import { digest } from '@/lib/payments/signature';

/** What is signed of a form; empty parts keep their `::`. */
const requestFields = [
  'eshopId',
  'recipientAmount',
  'recipientCurrency',
  'user_email',
  'serviceName',
  'orderId',
  'userFields',
];
const noticeFields = [
  'eshopId',
  'orderId',
  'serviceName',
  'eshopAccount',
  'recipientAmount',
  'recipientCurrency',
  'paymentStatus',
  'userName',
  'userEmail',
  'paymentData',
];

/** `hash` of a form. */
export function requestHash(
  fields: ReadonlyMap<string, string>,
  secret: string,
  hash: 'md5' | 'sha512',
): string {
  return signature(requestFields, fields, secret, hash);
}

/** `hash` of a notice. */
export function noticeHash(
  fields: ReadonlyMap<string, string>,
  secret: string,
  hash: 'md5' | 'sha512',
): string {
  return signature(noticeFields, fields, secret, hash);
}

function signature(
  names: readonly string[],
  fields: ReadonlyMap<string, string>,
  secret: string,
  hash: 'md5' | 'sha512',
): string {
  return digest(hash, [...names.map((name) => fields.get(name) ?? ''), secret].join('::'));
}
