import type { ExactJson } from '@/lib/payments/exact-json';
import { digest } from '@/lib/payments/signature';

/**
 * Token of a request or a notice: values of all root scalars and of the password, in the order of their names
 * (bytewise, so that `Password` stands before `PaymentId`). Lists, objects and the token itself are left out.
 */
export function tokenOf(fields: { readonly [name: string]: ExactJson | number }, password: string): string {
  const scalars = Object.entries({ ...fields, Password: password }).filter(
    ([name, value]) => name !== 'Token' && value !== null && typeof value !== 'object',
  );
  const values = scalars.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return digest('sha256', values.map(([, value]) => String(value)).join(''));
}
