import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { admin, makeCatalog, refusal } from '@/lib/catalog/testing/inputs';
import { closeDatabase, inTransaction, query } from '@/lib/db';
import { loadConnection, secretPlace } from '@/lib/payments/connection';
import { seal } from '@/lib/payments/vault';
import { untilWaiting } from '@/scripts/testing/until-waiting';
import { saveConnection } from './save-connection';

vi.mock('@/lib/payments/registry', async () => {
  const { sampleBank } = await import('./testing/sample-bank');
  return {
    paymentSystems: [sampleBank],
    paymentSystem: (code: string) => (code === 'sample' ? sampleBank : null),
    isOffered: () => true,
    offeredSystems: () => [sampleBank],
  };
});

beforeAll(makeCatalog);
afterAll(closeDatabase);

const apiKey = 'key-7f3a9c0d1e';
const certificate = '-----BEGIN X-----\nZmlyc3QtbGluZS1vZi1zZWNyZXQ\n-----END X-----';
const save = (more: Record<string, unknown> = {}, connectionId: string | null = null) =>
  saveConnection({
    actor: admin,
    systemCode: 'sample',
    connectionId,
    input: {
      label: 'Main account',
      enabled: 'on',
      'settings.shopId': 'shop-1',
      'settings.strict': 'on',
      'settings.apiKey': apiKey,
      ...more,
    },
  });
const settingsOf = async (id: string) => (await loadConnection({ query }, id))?.at.settings;

describe('an address that changes', () => {
  const home = { 'settings.serverUrl': 'https://pay.example.com' };
  const keep = { 'settings.apiKey': '', 'settings.certificate': '' };

  it('takes no kept secret with it: they are typed anew, or nothing is saved', async () => {
    const id = await save({ ...home, 'settings.certificate': certificate });
    await save({ ...home, ...keep, label: 'Renamed' }, id);
    for (const serverUrl of [
      'https://evil.example.com',
      'http://pay.example.com',
      'https:evil.example.com',
      '',
    ]) {
      const moved = { ...keep, 'settings.serverUrl': serverUrl };
      expect((await refusal(save(moved, id))).fields).toEqual({
        'settings.apiKey': { key: 'secretAgain' },
        'settings.certificate': { key: 'secretAgain' },
      });
      expect((await refusal(save({ ...moved, 'settings.apiKey': 'new-key-1' }, id))).fields).toEqual({
        'settings.certificate': { key: 'secretAgain' },
      });
    }
    expect(await settingsOf(id)).toMatchObject({ serverUrl: 'https://pay.example.com', apiKey, certificate });
    const away = { ...keep, 'settings.serverUrl': 'https://new.example.com', 'drop.certificate': 'on' };
    await save({ ...away, 'settings.apiKey': apiKey }, id);
    expect(await settingsOf(id)).toMatchObject({ serverUrl: 'https://new.example.com', certificate: '' });
  });

  it('that was not there before takes none with it either', async () => {
    const id = await save();
    expect((await refusal(save({ ...home, ...keep }, id))).fields).toEqual({
      'settings.apiKey': { key: 'secretAgain' },
    });
  });
});

describe('an address that is kept beside a choice', () => {
  it('takes no kept secret with it when the choice changes', async () => {
    const id = await save({ 'settings.serverUrl': 'https://pay.example.com' });
    const other = { 'settings.serverUrl': 'https://pay.example.com', 'settings.algorithm': 'sha512' };
    expect((await refusal(save({ ...other, 'settings.apiKey': '' }, id))).fields).toEqual({
      'settings.apiKey': { key: 'secretAgain' },
    });
    await save(other, id);
    expect(await settingsOf(id)).toMatchObject({ algorithm: 'sha512' });
  });
});

describe('a connection that is saved while its keys are rotated', () => {
  it('keeps what was sealed anew', async () => {
    const id = await save();
    const saved: Promise<string>[] = [];
    await inTransaction(async (tx) => {
      await tx.query('SELECT id FROM system_connections WHERE id = $1 FOR UPDATE', [id]);
      saved.push(save({ 'settings.apiKey': '', label: 'Renamed' }, id));
      await untilWaiting();
      const sealed = seal('sealed-anew-7f3a', secretPlace(id, 'apiKey'));
      await tx.query(
        `UPDATE system_connections SET secrets = jsonb_build_object('apiKey', $2::text) WHERE id = $1`,
        [id, sealed],
      );
    });
    await Promise.all(saved);
    expect(await settingsOf(id)).toMatchObject({ apiKey: 'sealed-anew-7f3a' });
  });
});
