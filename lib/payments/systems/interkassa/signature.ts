import { createHash } from 'node:crypto';
import { sameSignature } from '@/lib/payments/signature';
import type { InterkassaSettings } from './settings';

/** A field of the form; some hold fields of their own. */
export type IkValue = string | { [name: string]: IkValue };

/**
 * `ik_sign`: the values of all `ik_` fields but itself, sorted by their names byte by byte at every depth, joined by
 * colons with the key behind them; the raw hash in Base64.
 */
export function ikSignature(
  fields: Record<string, IkValue>,
  key: string,
  hash: InterkassaSettings['hash'],
): string {
  const own = Object.entries(fields).filter(([name]) => name.startsWith('ik_') && name !== 'ik_sign');
  const values = [...flattened(Object.fromEntries(own)), key];
  return createHash(hash).update(values.join(':')).digest('base64');
}

export function isIkSigned(
  fields: Map<string, string>,
  key: string,
  hash: InterkassaSettings['hash'],
): boolean {
  return (
    key !== '' &&
    sameSignature(fields.get('ik_sign'), ikSignature(Object.fromEntries(fields), key, hash), 'b64')
  );
}

function flattened(fields: Record<string, IkValue>): string[] {
  return Object.keys(fields)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .flatMap((name) => {
      const value = fields[name] ?? '';
      return typeof value === 'string' ? [value] : flattened(value);
    });
}
