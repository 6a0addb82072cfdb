import { createHash, sign } from 'node:crypto';
import type { ExactJson } from '@/lib/payments/exact-json';
import { digest } from '@/lib/payments/signature';

type Fields = { readonly [name: string]: ExactJson | number };

/**
 * Token of a request or a notice: values of all root scalars and of the password, in the order of their names
 * (bytewise, so that `Password` stands before `PaymentId`). Lists, objects and the token itself are left out.
 */
export function tokenOf(fields: Fields, password: string): string {
  return digest('sha256', signedValues({ ...fields, Password: password }));
}

/** A request of payouts signed by a certificate: over the same values without a password, and over their digest. */
export function certificateSignature(
  fields: Fields,
  privateKey: string,
): { DigestValue: string; SignatureValue: string } {
  const hash = createHash('sha256').update(signedValues(fields)).digest();
  return {
    DigestValue: hash.toString('base64'),
    SignatureValue: sign('RSA-SHA256', hash, privateKey).toString('base64'),
  };
}

function signedValues(fields: Fields): string {
  return Object.entries(fields)
    .filter(([name, value]) => name !== 'Token' && value !== null && typeof value !== 'object')
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([, value]) => String(value))
    .join('');
}
