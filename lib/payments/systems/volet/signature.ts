import { digest, sameSignature } from '@/lib/payments/signature';
import type { VoletSettings } from './settings';

type Shop = Pick<VoletSettings, 'accountEmail' | 'sciName' | 'sciPassword'>;

/** `ac_sign` of the form. */
export function formSignature(
  { accountEmail, sciName, sciPassword }: Shop,
  { amount, currency, orderId }: { amount: string; currency: string; orderId: string },
): string {
  return digest('sha256', [accountEmail, sciName, amount, currency, sciPassword, orderId].join(':'));
}

const signed = [
  'ac_transfer',
  'ac_start_date',
  'ac_sci_name',
  'ac_src_wallet',
  'ac_dest_wallet',
  'ac_order_id',
  'ac_amount',
  'ac_merchant_currency',
];

/** `ac_hash` of a status form. The state itself is not signed: see README. */
export function statusHash(fields: Map<string, string>, sciPassword: string): string {
  return digest('sha256', [...signed.map((name) => fields.get(name) ?? ''), sciPassword].join(':'));
}

export function isStatusSigned(fields: Map<string, string>, sciPassword: string): boolean {
  return sameSignature(fields.get('ac_hash'), statusHash(fields, sciPassword), 'hex');
}

/** The token of the interface: of the hour, in UTC. */
export function apiToken(apiPassword: string, now: Date): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  return digest('sha256', [apiPassword, date.replaceAll('-', ''), time.slice(0, 2)].join(':'));
}
