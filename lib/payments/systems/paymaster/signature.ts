import { digest } from '@/lib/payments/signature';

const signedFields = [
  'LMI_MERCHANT_ID',
  'LMI_PAYMENT_NO',
  'LMI_SYS_PAYMENT_ID',
  'LMI_SYS_PAYMENT_DATE',
  'LMI_PAYMENT_AMOUNT',
  'LMI_CURRENCY',
  'LMI_PAID_AMOUNT',
  'LMI_PAID_CURRENCY',
  'LMI_PAYMENT_SYSTEM',
  'LMI_SIM_MODE',
];

/** LMI_HASH of a notice; what is missing is empty, its `;` stays. */
export function noticeHash(
  fields: ReadonlyMap<string, string>,
  secret: string,
  hash: 'md5' | 'sha1' | 'sha256',
): string {
  return digest(hash, [...signedFields.map((name) => fields.get(name) ?? ''), secret].join(';'), 'b64');
}

/** `hash` of a call to the old REST interface: login, password, nonce and the method's parameters in their order. */
export function restHash(login: string, password: string, nonce: string, params: readonly string[]): string {
  return digest('sha1', [login, password, nonce, ...params].join(';'), 'b64');
}
