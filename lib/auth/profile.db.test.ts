import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { loadProfile, updateProfile } from './profile';
import { deleteRequisites, saveRequisites } from './save-requisites';
import { savedRequisites } from './saved-requisites';
import { enterAs, makeUser } from './testing';

const makeActor = async () => enterAs((await makeUser()).email);

const field = (key: string, side: string, validator: string, required: boolean) => ({
  key,
  side,
  validator,
  params: {},
  titles: { en: key, ru: key },
  hints: { en: '', ru: '' },
  required,
});

beforeAll(async () => {
  await query(`INSERT INTO assets (code, kind, scale, symbol, titles, created_at)
    VALUES ('RUB', 'fiat', 2, '₽', '{"en":"Rouble","ru":"Рубль"}', now()) ON CONFLICT DO NOTHING`);
  const fields = [
    field('card', 'get', 'card', true),
    field('card', 'give', 'card', true),
    field('phone', 'get', 'phone', true),
  ];
  await query(
    `INSERT INTO payment_methods (id, code, kind, asset_code, titles, fields, created_at, updated_at)
     VALUES ($1, 'CARDRUB', 'card', 'RUB', '{"en":"Card","ru":"Карта"}', $2, now(), now())`,
    [newId('mth'), JSON.stringify(fields)],
  );
});
afterAll(closeDatabase);

describe('the profile', () => {
  it('keeps name, phone in its international form and language', async () => {
    const actor = await makeActor();
    await updateProfile({ name: ' Анна ', phone: '+7 (916) 123-45-67', locale: 'ru', actor });
    expect(await loadProfile({ actor })).toMatchObject({ name: 'Анна', phone: '+79161234567', locale: 'ru' });
    await updateProfile({ name: '', phone: '', locale: 'en', actor });
    expect(await loadProfile({ actor })).toMatchObject({ name: '', phone: '', locale: 'en' });
  });

  it.each([
    [{ name: 'x'.repeat(10_000) }, 'name', 'tooLong'],
    [{ phone: '12' }, 'phone', 'phoneCountry'],
    [{ locale: '../en' }, 'locale', 'choice'],
  ])('says what is wrong with %j', async (wrong, name, key) => {
    const given = { name: 'Anna', phone: '', locale: 'en', actor: await makeActor(), ...wrong };
    await expect(updateProfile(given)).rejects.toMatchObject({ fields: { [name]: { key } } });
  });

  it('takes nothing that is not its own: neither roles nor another e-mail', async () => {
    const actor = await makeActor();
    const more = { roles: ['owner'], email: 'else@example.com', emailConfirmedAt: null };
    await updateProfile({ name: 'Anna', phone: '', locale: 'en', actor, ...more });
    const [user] = await query('SELECT roles::text[] AS roles, email FROM users WHERE id = $1', [
      actor.userId,
    ]);
    expect(user).toEqual({ roles: ['customer'], email: actor.email });
  });

  it('is nobody’s without signing in', async () => {
    const guest = { kind: 'guest', ip: '::1' } as const;
    await expect(loadProfile({ actor: guest })).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});

describe('saved requisites', () => {
  const card = '4111 1111 1111 1111';
  const given = { methodCode: 'CARDRUB', label: 'Salary', values: { card } };

  it('are kept in their normal form, once for the same values', async () => {
    const actor = await makeActor();
    const first = await saveRequisites({ ...given, actor });
    expect(await saveRequisites({ ...given, label: 'Other', actor })).toEqual(first);
    expect(await savedRequisites({ actor, methodCode: 'CARDRUB' })).toMatchObject([
      { id: first.id, label: 'Other', values: { card: '4111111111111111' } },
    ]);
  });

  it('are checked as an order checks them, and must not be empty', async () => {
    const actor = await makeActor();
    const refused = (values: Record<string, string>, fields: object) =>
      expect(saveRequisites({ ...given, values, actor })).rejects.toMatchObject({ fields });
    await refused({ card: '4111 1111 1111 1112' }, { 'values.card': { key: 'cardChecksum' } });
    await refused({ card, secret: 'x' }, { 'values.secret': { key: 'unknown' } });
    await refused({}, { 'values.card': { key: 'required' } });
    await expect(saveRequisites({ ...given, methodCode: 'NONE', actor })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are seen and deleted by their owner only', async () => {
    const [owner, stranger] = [await makeActor(), await makeActor()];
    const { id } = await saveRequisites({ ...given, actor: owner });
    expect(await savedRequisites({ actor: stranger })).toEqual([]);
    await expect(deleteRequisites({ id, actor: stranger })).rejects.toMatchObject({ code: 'not_found' });
    await deleteRequisites({ id, actor: owner });
    expect(await savedRequisites({ actor: owner })).toEqual([]);
  });
});
