import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { admin, makeCatalog, person, refusal } from '@/lib/catalog/testing/inputs';
import { closeDatabase, query } from '@/lib/db';
import { loadConnection } from '@/lib/payments/connection';
import { deleteConnection } from './delete-connection';
import { connectionChoices } from './method-choices';
import { listConnectable, listConnections, loadConnectable, loadConnectionForm } from './queries';
import { saveConnection } from './save-connection';
import { testConnection } from './test-connection';

vi.mock('@/lib/payments/registry', async () => {
  const { sampleBank, sampleDoor, sampleProbed } = await import('./testing/sample-bank');
  const systems = [sampleBank, sampleDoor, sampleProbed];
  return {
    paymentSystems: systems,
    paymentSystem: (code: string) => systems.find((system) => system.code === code) ?? null,
    isOffered: ({ code }: { code: string }) => code !== 'door',
    offeredSystems: () => [sampleBank],
  };
});

beforeAll(makeCatalog);
afterAll(closeDatabase);

const apiKey = 'key-7f3a9c0d1e';
const certificate = '-----BEGIN X-----\nZmlyc3QtbGluZS1vZi1zZWNyZXQ\n-----END X-----';
const typed = (more: Record<string, unknown> = {}) => ({
  label: 'Main account',
  enabled: 'on',
  'settings.shopId': 'shop-1',
  'settings.strict': 'on',
  'settings.apiKey': apiKey,
  ...more,
});
const save = (more: Record<string, unknown> = {}, connectionId: string | null = null, actor: Actor = admin) =>
  saveConnection({ actor, systemCode: 'sample', connectionId, input: typed(more) });
const settingsOf = async (id: string) => (await loadConnection({ query }, id))?.at.settings;

describe('a connection', () => {
  it('is seen, made, tried and deleted by admins alone', async () => {
    const id = await save();
    const others: Actor[] = [
      person('operator', 'support', 'cashier', 'accountant', 'customer'),
      { kind: 'guest', ip: '192.0.2.1' },
      { kind: 'system' },
    ];
    for (const actor of others) {
      const expected = actor.kind === 'user' ? 'forbidden' : 'not_signed_in';
      const ask = async (work: () => Promise<unknown>) => (await refusal(work())).code;
      expect(await ask(() => save({}, null, actor))).toBe(expected);
      expect(await ask(() => save({}, id, actor))).toBe(expected);
      expect(await ask(() => testConnection({ actor, connectionId: id }))).toBe(expected);
      expect(await ask(() => deleteConnection({ actor, connectionId: id }))).toBe(expected);
      expect(await ask(() => listConnections(actor))).toBe(expected);
      expect(await ask(() => loadConnectionForm(actor, id))).toBe(expected);
      expect(await ask(() => loadConnectable(actor, 'sample'))).toBe(expected);
      expect(await ask(() => connectionChoices(actor, null))).toBe(expected);
      expect(await ask(async () => listConnectable(actor))).toBe(expected);
    }
    expect((await query('SELECT id FROM system_connections')).length).toBe(1);
    await deleteConnection({ actor: person('owner'), connectionId: id });
  });

  it('keeps its secrets sealed: no dump of the database, no form and no audit tells them', async () => {
    const id = await save({ 'settings.certificate': certificate.replaceAll('\n', '\r\n') });
    expect(await settingsOf(id)).toEqual({
      shopId: 'shop-1',
      algorithm: 'sha256',
      strict: true,
      apiKey,
      certificate,
    });
    const tables = await query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const dump = await Promise.all(
      tables.map(async ({ name }) =>
        (await query(`SELECT t::text AS row FROM "${name}" t`)).map(({ row }) => row),
      ),
    );
    const everything = `${dump.flat().join('\n')}\n${JSON.stringify(await loadConnectionForm(admin, id))}`;
    expect(everything).toContain('shop-1');
    for (const secret of [apiKey, 'Zmlyc3QtbGluZS1vZi1zZWNyZXQ']) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
      expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('keeps a secret that is left empty, replaces one that is typed, drops one that may be missing', async () => {
    const id = await save({ 'settings.certificate': certificate });
    await save({ 'settings.apiKey': '', 'settings.certificate': '', 'settings.shopId': 'shop-2' }, id);
    expect(await settingsOf(id)).toMatchObject({ shopId: 'shop-2', apiKey, certificate });
    await save({ 'settings.apiKey': 'another-key', 'drop.certificate': 'on', 'drop.apiKey': 'on' }, id);
    expect(await settingsOf(id)).toMatchObject({ apiKey: 'another-key', certificate: '' });
    // A secret that is needed is not dropped.
    await save({ 'settings.apiKey': '', 'drop.apiKey': 'on' }, id);
    expect(await settingsOf(id)).toMatchObject({ apiKey: 'another-key' });
    const told = await query<{ before: { secrets: unknown } | null; after: { secrets: unknown } }>(
      `SELECT before, after FROM audit_records WHERE subject = $1 AND action LIKE 'connection.%' ORDER BY at, id`,
      [id],
    );
    expect(told.map(({ after }) => after.secrets)).toContainEqual({ apiKey: 'changed' });
    expect(told.map(({ after }) => after.secrets)).toContainEqual({ apiKey: 'kept', certificate: 'kept' });
  });

  it('tells every wrong field beside it and changes nothing', async () => {
    const { code, fields } = await refusal(
      save({ label: ' ', 'settings.shopId': 'x', 'settings.apiKey': '', 'settings.algorithm': 'md5' }),
    );
    expect(code).toBe('invalid_input');
    expect(fields).toEqual({
      label: { key: 'required' },
      'settings.shopId': { key: 'invalid' },
      'settings.apiKey': { key: 'required' },
      'settings.algorithm': { key: 'invalid' },
    });
    expect((await refusal(save({ 'settings.shopId': 'a\u0000bc' }))).fields).toEqual({
      'settings.shopId': { key: 'badCharacters' },
    });
  });

  it('of a system that is not offered here cannot be made, and what it does not ask is not kept', async () => {
    const foreign = (systemCode: string) =>
      refusal(saveConnection({ actor: admin, systemCode, connectionId: null, input: typed() }));
    expect((await foreign('door')).code).toBe('not_found');
    expect((await foreign('nobody')).code).toBe('not_found');
    const id = await save({ 'settings.extra': 'x', 'settings.__proto__': 'x' });
    const [row] = await query('SELECT settings FROM system_connections WHERE id = $1', [id]);
    expect(row).toEqual({ settings: { shopId: 'shop-1', algorithm: 'sha256', strict: true } });
  });
});

describe('a test of a connection', () => {
  const test = (connectionId: string) => testConnection({ actor: admin, connectionId });

  it('tells the balance, and ends an outage', async () => {
    const id = await save();
    await query(
      `UPDATE system_connections SET broken_at = now(), failures_in_row = 7, broken_reason = 'x' WHERE id = $1`,
      [id],
    );
    expect(await test(id)).toEqual({ outcome: 'settled', balance: { asset: 'RUB', amount: '1500.50' } });
    const form = await loadConnectionForm(admin, id);
    expect(form).toMatchObject({ state: 'ok', failuresInRow: 0, brokenAt: null });
    expect(form.balances).toMatchObject([{ asset: 'RUB', amount: '1500.50' }]);
  });

  it('tells a refusal in the system’s words without the secrets in them, and counts no failure', async () => {
    const id = await save({ 'settings.answer': 'refused', 'settings.certificate': 'one-line-secret' });
    expect(await test(id)).toEqual({ outcome: 'refused', reason: 'wrong key •••, certificate •••' });
    await save({ 'settings.answer': 'throws', 'settings.apiKey': '' }, id);
    expect(await test(id)).toEqual({ outcome: 'unknown', reason: 'cannot reach it with •••' });
    expect(await loadConnectionForm(admin, id)).toMatchObject({ failuresInRow: 0, lastOkAt: null });
  });

  it('of a system that need not tell what it holds passes by its probe alone', async () => {
    const make = (balance: string) =>
      saveConnection({
        actor: admin,
        systemCode: 'probed',
        connectionId: null,
        input: { label: 'x', enabled: 'on', 'settings.balance': balance },
      });
    expect(await test(await make(''))).toEqual({ outcome: 'settled' });
    expect(await test(await make('7.00'))).toEqual({
      outcome: 'settled',
      balance: { asset: 'RUB', amount: '7.00' },
    });
  });

  it('asks nothing where what is kept cannot be used', async () => {
    const id = await save();
    await query(
      `UPDATE system_connections SET secrets = '{"apiKey":"v1.aaaaaaaa.bbbb.cccc"}' WHERE id = $1`,
      [id],
    );
    expect(await test(id)).toEqual({ outcome: 'unusable' });
    expect(await loadConnectionForm(admin, id)).toMatchObject({ state: 'unusable', lostSecrets: ['apiKey'] });
    expect((await refusal(save({ 'settings.apiKey': '' }, id))).fields).toEqual({
      'settings.apiKey': { key: 'required' },
    });
    await save({}, id);
    expect(await test(id)).toMatchObject({ outcome: 'settled' });
  });

  it('may be asked a few times a minute', async () => {
    const id = await save();
    for (let time = 0; time < 6; time += 1) await test(id);
    expect((await refusal(test(id))).code).toBe('too_many_requests');
    expect((await refusal(test('con_0000000000000000'))).code).toBe('not_found');
    expect((await refusal(test("'; DROP"))).code).toBe('not_found');
  });
});

describe('deleting a connection', () => {
  it('is refused once a method names it or money went through it', async () => {
    const id = await save();
    await query(`UPDATE payment_methods SET pay_out_connection_id = $1 WHERE code = 'BANKRUB'`, [id]);
    expect((await refusal(deleteConnection({ actor: admin, connectionId: id }))).code).toBe('in_use');
    await query(`UPDATE payment_methods SET pay_out_connection_id = NULL`);
    await query(
      `INSERT INTO payments (id, subject_kind, subject_id, method_id, connection_id, system_code, status,
         asset_code, amount_units, created_at)
       SELECT 'pay_1', 'order', 'ord_1', m.id, $1, 'sample', 'canceled', 'RUB', 1, now()
       FROM payment_methods m WHERE m.code = 'BANKRUB'`,
      [id],
    );
    expect((await refusal(deleteConnection({ actor: admin, connectionId: id }))).code).toBe('in_use');
    expect(await loadConnectionForm(admin, id)).toMatchObject({ used: true });
    await query('DELETE FROM payments');
    await deleteConnection({ actor: admin, connectionId: id });
    expect((await refusal(loadConnectionForm(admin, id))).code).toBe('not_found');
  });
});
