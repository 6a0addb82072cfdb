import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { env } from '@/lib/env';
import { secretPlace } from '@/lib/payments/connection';
import { isStale, seal, unseal } from '@/lib/payments/vault';
import { rotateSecrets } from './rotate-secrets';

afterAll(closeDatabase);

const oldKey = 'an-old-key-of-the-vault-0123456789abcdef';
const newKey = 'a-new-key-of-the-vault-0123456789abcdef!';
const keys = (...list: string[]) => {
  env().KANTOR_VAULT_KEYS = list;
};
const idOf = (number: number) => `con_${String(number).padStart(16, '0')}`;
const secretsOf = async (id: string) =>
  (
    await query<{ secrets: Record<string, string> }>('SELECT secrets FROM system_connections WHERE id = $1', [
      id,
    ])
  )[0]?.secrets ?? {};

async function insert(id: string, secrets: Record<string, string>): Promise<void> {
  const sealed = Object.fromEntries(
    Object.entries(secrets).map(([field, text]) => [field, seal(text, secretPlace(id, field))]),
  );
  await query(
    `INSERT INTO system_connections (id, system_code, label, secrets, created_at, updated_at)
     VALUES ($1, 'sample', 'x', $2, now(), now())`,
    [id, JSON.stringify(sealed)],
  );
}

describe('npm run rotate-keys', () => {
  beforeAll(async () => {
    keys(oldKey);
    for (let number = 1; number <= 120; number += 1) {
      await insert(idOf(number), number % 10 === 0 ? {} : { apiKey: `secret ${number}`, password: 'same' });
    }
  });

  it('seals everything anew with the first key, batch by batch, and finds nothing to do the second time', async () => {
    keys(newKey, oldKey);
    await insert(idOf(200), { apiKey: 'fresh' });
    expect(await rotateSecrets()).toEqual({ connections: 121, resealed: 216, fresh: 1, unreadable: [] });
    keys(newKey);
    for (const number of [1, 51, 119]) {
      const secrets = await secretsOf(idOf(number));
      expect(Object.values(secrets).some(isStale)).toBe(false);
      expect(unseal(secrets.apiKey ?? '', secretPlace(idOf(number), 'apiKey'))).toBe(`secret ${number}`);
    }
    expect(await rotateSecrets()).toEqual({ connections: 121, resealed: 0, fresh: 217, unreadable: [] });
  });

  it('leaves what it cannot open as it is and names its place, never its value', async () => {
    keys('a-third-key-of-the-vault-0123456789abcd');
    await insert(idOf(201), { apiKey: 'lost' });
    const before = await secretsOf(idOf(201));
    keys(newKey);
    // Moved from another connection: it is bound to its place and does not open here.
    const { apiKey = '' } = await secretsOf(idOf(1));
    await query('UPDATE system_connections SET secrets = $2 WHERE id = $1', [
      idOf(2),
      JSON.stringify({ apiKey }),
    ]);
    const { unreadable } = await rotateSecrets();
    expect(unreadable.sort()).toEqual([`${idOf(2)}.apiKey`, `${idOf(201)}.apiKey`]);
    expect(await secretsOf(idOf(201))).toEqual(before);
  });

  it('follows KANTOR_SECRET where no key is given, which becomes the old key when one is', async () => {
    keys();
    await insert(idOf(300), { apiKey: 'from the beginning' });
    keys(newKey, env().KANTOR_SECRET);
    expect(await rotateSecrets()).toMatchObject({ resealed: 1 });
    keys(newKey);
    const { apiKey = '' } = await secretsOf(idOf(300));
    expect(unseal(apiKey, secretPlace(idOf(300), 'apiKey'))).toBe('from the beginning');
  });
});
