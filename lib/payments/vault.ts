import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/**
 * Seals secrets for the database: AES-256-GCM with a key from the environment. A sealed text names its key, so that
 * keys can be changed: KANTOR_VAULT_KEYS lists the present one first and old ones after it; without it the key follows
 * from KANTOR_SECRET. `about` binds a secret to its place (connection and field): copied elsewhere it does not open.
 */
export function seal(plain: string, about: string): string {
  const [key] = keys();
  if (!key) throw new Error('the vault has no key');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return ['v1', key.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Opens what `seal` made. Throws where it was changed, moved, or sealed with a key that is not given any more. */
export function unseal(sealed: string, about: string): string {
  const [version, keyId, nonce, body] = sealed.split('.');
  if (version !== 'v1' || !keyId || !nonce || !body) throw new Error('not a sealed text');
  const key = keys().find(({ id }) => id === keyId);
  if (!key) throw new Error(`the vault's key ${keyId} is not given any more`);
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'));
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}

/** Whether it is sealed with another key than the present one, so that a rotation must seal it anew. */
export function isStale(sealed: string): boolean {
  return sealed.split('.')[1] !== keys()[0]?.id;
}

type VaultKey = { id: string; bytes: Buffer };

function keys(): VaultKey[] {
  const { KANTOR_VAULT_KEYS, KANTOR_SECRET } = env();
  const given = KANTOR_VAULT_KEYS.length > 0 ? KANTOR_VAULT_KEYS : [KANTOR_SECRET];
  return given.map((secret) => {
    const bytes = Buffer.from(hkdfSync('sha256', secret, 'kantor', 'vault', 32));
    return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
  });
}
