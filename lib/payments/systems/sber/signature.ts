import { createPublicKey, verify } from 'node:crypto';
import { hmac, sameSignature } from '@/lib/payments/signature';
import type { SberSettings } from './settings';

/** `name;value;` of all fields but the checksum and its alias, sorted by name. */
export function signedText(fields: ReadonlyMap<string, string>): string {
  return [...fields]
    .filter(([name]) => name !== 'checksum' && name !== 'sign_alias')
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, value]) => `${name};${value};`)
    .join('');
}

/** The symmetric checksum. */
export function hmacChecksum(text: string, token: string): string {
  return hmac('sha256', token, text, 'HEX');
}

/** Whether the asymmetric checksum (RSA, SHA-512, PKCS#1 v1.5) is the bank's. */
export function rsaMatches(text: string, checksum: string, publicKey: string): boolean {
  if (!/^([0-9a-f]{2}){64,1024}$/i.test(checksum)) return false;
  try {
    return verify('sha512', Buffer.from(text), createPublicKey(publicKey), Buffer.from(checksum, 'hex'));
  } catch {
    return false;
  }
}

/** Whether the checksum of a notice is right, by the way the shop has agreed upon with the bank. */
export function checksumMatches(fields: ReadonlyMap<string, string>, settings: SberSettings): boolean {
  const checksum = fields.get('checksum') ?? '';
  const text = signedText(fields);
  if (settings.checksum === 'rsa')
    return settings.publicKey !== '' && rsaMatches(text, checksum, settings.publicKey);
  const token = settings.callbackToken;
  return token !== '' && sameSignature(checksum, hmacChecksum(text, token), 'HEX');
}
