import { createHash, createHmac, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import vectors from '@/lib/payments/testing/payment-vectors.json';

// Every vector by its own algorithm with node:crypto alone, whether there is an adapter that uses it or not.
const schema = z.array(
  z.object({
    id: z.string(),
    alg: z.string(),
    key: z.string().optional(),
    input: z.string(),
    out: z.string(),
    expected: z.string(),
  }),
);
const all = schema.parse(vectors);

describe('the published and computed vectors hold', () => {
  test('none is missing, and each has a name of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(67);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test.each(all)('$id', ({ alg, key, input, out, expected }) => {
    if (alg === 'rsa-sha512-verify') {
      const signature = Buffer.from(expected, out === 'HEX' || out === 'hex' ? 'hex' : 'base64');
      expect(verify('sha512', Buffer.from(input), key ?? '', signature)).toBe(true);
      expect(verify('sha512', Buffer.from(`${input} `), key ?? '', signature)).toBe(false);
      return;
    }
    expect(written(digestOf(alg, key, input), out)).toBe(expected);
  });
});

function digestOf(alg: string, key: string | undefined, input: string): Buffer {
  if (alg === 'base64') return Buffer.from(input);
  if (alg === 'crc32-decimal') return crc32(Buffer.from(input));
  const [first = '', hash] = alg.split('-');
  return first === 'hmac' && hash
    ? createHmac(hash, key ?? '')
        .update(input)
        .digest()
    : createHash(alg).update(input).digest();
}

function written(bytes: Buffer, form: string): string {
  switch (form) {
    case 'hex':
      return bytes.toString('hex');
    case 'HEX':
      return bytes.toString('hex').toUpperCase();
    case 'b64':
      return bytes.toString('base64');
    case 'b64u':
      return bytes.toString('base64url');
    case 'dec':
      return String(bytes.readUInt32BE());
    default:
      throw new Error(`unknown form ${form}`);
  }
}

/** CRC-32 as PayPal counts it over a webhook's body; node:zlib has it only from version 22 on. */
function crc32(bytes: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return sum;
}
