import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type HashName = 'md5' | 'ripemd160' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** How a digest is written: `HEX` is upper case, `b64u` base64url without padding. */
export type DigestForm = 'hex' | 'HEX' | 'b64' | 'b64u';

/** Digest of a text (UTF-8) or of bytes. */
export function digest(hash: HashName, input: string | Buffer, form: DigestForm = 'hex'): string {
  return written(createHash(hash).update(input).digest(), form);
}

/** Keyed digest of a text (UTF-8) or of bytes. */
export function hmac(
  hash: HashName | 'md5',
  key: string | Buffer,
  input: string | Buffer,
  form: DigestForm = 'hex',
): string {
  return written(createHmac(hash, key).update(input).digest(), form);
}

/**
 * Compares signatures in constant time. `hex` digests are compared whatever their letters' case, as systems differ
 * in it; everything else exactly. An empty or missing signature is a wrong one.
 */
export function sameSignature(given: string | undefined | null, expected: string, form: DigestForm): boolean {
  if (!given || expected === '') return false;
  const fold = form === 'hex' || form === 'HEX';
  const [a, b] = [given, expected].map((text) =>
    createHash('sha256')
      .update(fold ? text.toLowerCase() : text)
      .digest(),
  );
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function written(bytes: Buffer, form: DigestForm): string {
  switch (form) {
    case 'hex':
      return bytes.toString('hex');
    case 'HEX':
      return bytes.toString('hex').toUpperCase();
    case 'b64':
      return bytes.toString('base64');
    case 'b64u':
      return bytes.toString('base64url');
  }
}
