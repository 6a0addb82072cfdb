import { verify, X509Certificate } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RawRequest } from '@/lib/payments/contract/notice';

export type Transmission = { id: string; time: string; signature: string; certUrl: string };

/** The headers of a webhook, or null where one is missing or names a way of signing that is not PayPal's. */
export function transmissionOf({ headers }: RawRequest): Transmission | null {
  const [id = '', time = '', signature = '', certUrl = '', algorithm = ''] = [
    'paypal-transmission-id',
    'paypal-transmission-time',
    'paypal-transmission-sig',
    'paypal-cert-url',
    'paypal-auth-algo',
  ].map((name) => headers[name]);
  const isWhole = id !== '' && time !== '' && /^[A-Za-z0-9+/]{40,}={0,2}$/.test(signature);
  return isWhole && algorithm === 'SHA256withRSA' && isPaypalCertUrl(certUrl)
    ? { id, time, signature, certUrl }
    : null;
}

/** Whether it comes from the sandbox, where no real money is. */
export function isSandbox({ certUrl }: Transmission): boolean {
  return new URL(certUrl).host.includes('.sandbox.');
}

/** Whether a certificate at that address is PayPal's own. Nothing is fetched from it. */
export function isPaypalCertUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, pathname, username, password } = new URL(text);
  return (
    protocol === 'https:' &&
    username === '' &&
    password === '' &&
    ['api.paypal.com', 'api-m.paypal.com', 'api.sandbox.paypal.com', 'api-m.sandbox.paypal.com'].includes(
      host,
    ) &&
    pathname.startsWith('/v1/notifications/certs/')
  );
}

/** What PayPal signs: the checksum stands for the raw body. */
export function signedText(
  { id, time }: Pick<Transmission, 'id' | 'time'>,
  webhookId: string,
  body: Buffer,
): string {
  return [id, time, webhookId, crc32(body)].join('|');
}

/** Whether that certificate, within its time, has signed the body. */
export function isSigned(
  transmission: Transmission,
  { webhookId, webhookCertificate }: { webhookId: string; webhookCertificate: string },
  body: Buffer,
  now: Date,
): boolean {
  try {
    const certificate = new X509Certificate(webhookCertificate);
    if (now < new Date(certificate.validFrom) || now > new Date(certificate.validTo)) return false;
    const text = Buffer.from(signedText(transmission, webhookId, body));
    return verify('RSA-SHA256', text, certificate.publicKey, Buffer.from(transmission.signature, 'base64'));
  } catch {
    return false;
  }
}
