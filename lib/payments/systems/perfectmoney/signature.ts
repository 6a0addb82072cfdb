import { digest } from '@/lib/payments/signature';

const beforeSecret = [
  'PAYMENT_ID',
  'PAYEE_ACCOUNT',
  'PAYMENT_AMOUNT',
  'PAYMENT_UNITS',
  'PAYMENT_BATCH_NUM',
  'PAYER_ACCOUNT',
];

/** V2_HASH of a notice; the alternate passphrase stands in it as its own MD5. */
export function noticeHash(fields: ReadonlyMap<string, string>, passphrase: string): string {
  const values = beforeSecret.map((name) => fields.get(name) ?? '');
  const parts = [...values, digest('md5', passphrase, 'HEX'), fields.get('TIMESTAMPGMT') ?? ''];
  return digest('md5', parts.join(':'), 'HEX');
}
