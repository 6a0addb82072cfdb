import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { loadActor } from '@/lib/auth/load-actor';
import { disablePerson } from '@/lib/auth/switch-person';
import { enterAs, makeUser } from '@/lib/auth/testing';
import { cashierList, loadCashier } from '@/lib/cashier/cashier-list';
import { findPeople } from '@/lib/cashier/find-people';
import { saveCashier } from '@/lib/cashier/save-cashier';
import { letCashierBack, suspendCashier } from '@/lib/cashier/suspend-cashier';
import { makeCatalog, admin as plainAdmin, refusal } from '@/lib/catalog/testing/inputs';
import { closeDatabase, inTransaction, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { houseAccount } from '@/lib/ledger/accounts';
import { post } from '@/lib/ledger/post';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';

let admin: UserActor;
let owner: UserActor;

beforeAll(async () => {
  await makeCatalog();
  for (const assetCode of ['RUB', 'BTC'])
    await saveWalletAsset({ actor: plainAdmin, assetCode, input: { enabled: 'on' } });
  admin = await enterAs((await makeUser({ roles: ['admin'] })).email);
  owner = await enterAs((await makeUser({ roles: ['owner'] })).email);
});
beforeEach(async () => {
  await query('DELETE FROM cashiers');
});
afterAll(closeDatabase);

const rights = { mayWriteOff: 'on', hasDrawer: 'on', assets: ['RUB'] };
const limited = { ...rights, 'operation.RUB': '50 000', 'day.RUB': '300000.50', 'day.BTC': 'not read' };

async function person(given: Parameters<typeof makeUser>[0] = {}) {
  const { userId, email } = await makeUser(given);
  return { userId, email, actor: await enterAs(email) };
}

const auditOf = (subject: string) =>
  query<{ action: string; before: Record<string, unknown>; after: Record<string, unknown> }>(
    `SELECT action, before, after FROM audit_records WHERE subject = $1 AND action LIKE 'cashier.%' ORDER BY at`,
    [subject],
  );

describe('a cashier', () => {
  it('works from the next request on when he is saved, not any more when he is suspended, and again when let back', async () => {
    const { userId, actor } = await person({ name: 'Karina' });
    await saveCashier({ actor: admin, userId, input: limited });
    expect((await loadActor(actor))?.roles).toEqual(['customer', 'cashier']);
    expect(await loadCashier(admin, userId)).toMatchObject({
      name: 'Karina',
      state: 'active',
      mayWriteOff: true,
      senior: false,
      hasDrawer: true,
      limits: [{ asset: 'RUB', operation: '50000', day: '300000.5' }],
      today: [],
    });
    await suspendCashier({ actor: admin, userId });
    expect((await loadActor(actor))?.roles).toEqual(['customer']);
    await saveCashier({ actor: admin, userId, input: { ...rights, senior: 'on' } });
    expect((await loadActor(actor))?.roles).toEqual(['customer']);
    expect(await loadCashier(admin, userId)).toMatchObject({ state: 'suspended', senior: true });
    await letCashierBack({ actor: admin, userId });
    await letCashierBack({ actor: admin, userId });
    expect((await loadActor(actor))?.roles).toEqual(['customer', 'cashier']);
    expect((await auditOf(userId)).map(({ action }) => action)).toEqual([
      'cashier.create',
      'cashier.suspend',
      'cashier.update',
      'cashier.let_back',
    ]);
    expect((await auditOf(userId))[2]).toMatchObject({
      before: { senior: false, suspended: true, limits: [{ asset: 'RUB', operationUnits: '5000000' }] },
      after: { senior: true, suspended: true, limits: [{ asset: 'RUB', operationUnits: null }] },
    });
  });

  it('is named, changed and suspended by admins alone', async () => {
    const { userId } = await person();
    await saveCashier({ actor: admin, userId, input: rights });
    const { actor: cashier } = await person({ roles: ['cashier', 'operator', 'accountant', 'support'] });
    for (const actor of [cashier, { kind: 'guest' as const, ip: '::1' }, { kind: 'system' as const }]) {
      const code = actor.kind === 'user' ? 'forbidden' : 'not_signed_in';
      expect(await refusal(saveCashier({ actor, userId, input: rights }))).toMatchObject({ code });
      expect(await refusal(suspendCashier({ actor, userId }))).toMatchObject({ code });
      expect(await refusal(letCashierBack({ actor, userId }))).toMatchObject({ code });
      expect(await refusal(findPeople({ actor, search: 'example' }))).toMatchObject({ code });
      expect(await refusal(cashierList(actor))).toMatchObject({ code });
      expect(await refusal(loadCashier(actor, userId))).toMatchObject({ code });
    }
  });

  it('who is an admin or owner is named by an owner alone, so no admin names himself', async () => {
    expect(await refusal(saveCashier({ actor: admin, userId: admin.userId, input: rights }))).toMatchObject({
      code: 'forbidden',
    });
    await saveCashier({ actor: owner, userId: admin.userId, input: rights });
    expect((await loadActor(admin))?.roles).toEqual(['customer', 'cashier', 'admin']);
    expect(await refusal(suspendCashier({ actor: admin, userId: admin.userId }))).toMatchObject({
      code: 'forbidden',
    });
    await suspendCashier({ actor: owner, userId: admin.userId });
  });

  it('is a confirmed account that can sign in', async () => {
    const { userId: unconfirmed } = await makeUser({ confirmed: false });
    expect(await refusal(saveCashier({ actor: admin, userId: unconfirmed, input: rights }))).toMatchObject({
      code: 'email_not_confirmed',
    });
    const { userId: disabled } = await makeUser();
    await disablePerson({ actor: admin, userId: disabled });
    expect(await refusal(saveCashier({ actor: admin, userId: disabled, input: rights }))).toMatchObject({
      fields: { form: { key: 'accountDisabled' } },
    });
    for (const userId of ['usr_0000000000000000', "usr_' OR 1=1 --", ''])
      expect(await refusal(saveCashier({ actor: admin, userId, input: rights }))).toMatchObject({
        code: 'not_found',
      });
  });

  it('has limits in assets of wallets, a day at least as much as an operation', async () => {
    const { userId } = await person();
    const wrong = async (input: Record<string, unknown>) =>
      (await refusal(saveCashier({ actor: admin, userId, input: { ...rights, ...input } }))).fields;
    expect(await wrong({ assets: [] })).toMatchObject({ assets: { key: 'required' } });
    expect(await wrong({ assets: undefined })).toMatchObject({ assets: { key: 'required' } });
    expect(Object.keys(await wrong({ assets: ['RUB', 'GOLD'] }))).toEqual(['assets.1']);
    expect(await wrong({ 'operation.RUB': '0.001' })).toMatchObject({
      'operation.RUB': { key: 'amountDecimals' },
    });
    expect(await wrong({ 'day.RUB': '-5' })).toMatchObject({ 'day.RUB': { key: 'amount' } });
    expect(await wrong({ 'operation.RUB': '11', 'day.RUB': '10' })).toMatchObject({
      'day.RUB': { key: 'limitsCrossed' },
    });
    expect(await cashierList(admin)).toEqual([]);
  });

  it('keeps the drawer while money lies in it or a shift is open', async () => {
    const { userId } = await person();
    await saveCashier({ actor: admin, userId, input: rights });
    const drawer = { kind: 'drawer', owner: userId, asset: 'RUB' } as const;
    const bring = (amountUnits: bigint) =>
      inTransaction((tx) =>
        post(tx, {
          key: newId('drw'),
          kind: 'drawer_move',
          actor: 'test',
          postings: [
            { account: drawer, amountUnits },
            { account: houseAccount('capital', 'RUB'), amountUnits: -amountUnits },
          ],
        }),
      );
    const input = { ...rights, hasDrawer: undefined };
    const inUse = { code: 'in_use', fields: { hasDrawer: { key: 'drawerInUse' } } };
    await bring(100n);
    expect(await refusal(saveCashier({ actor: admin, userId, input }))).toMatchObject(inUse);
    await bring(-100n);
    await query('INSERT INTO shifts (id, cashier_id, opened_at) VALUES ($1, $2, now())', [
      newId('shf'),
      userId,
    ]);
    expect(await refusal(saveCashier({ actor: admin, userId, input }))).toMatchObject(inUse);
    await query('UPDATE shifts SET closed_at = now() WHERE cashier_id = $1', [userId]);
    await saveCashier({ actor: admin, userId, input });
    expect(await loadCashier(admin, userId)).toMatchObject({ hasDrawer: false, shiftOpenedAt: null });
  });

  it('is shown with what he did today, without what was taken back', async () => {
    const { userId } = await person();
    await saveCashier({ actor: admin, userId, input: { ...rights, assets: ['RUB', 'BTC'] } });
    const did = (kind: string, status: string, asset: string, units: number, at = 'now()') =>
      query(
        `INSERT INTO till_operations (id, kind, status, cashier_id, user_id, asset_code, amount_units, money_kind,
           receipt_number, receipt_key, idempotency_key, input_hash, created_at)
         VALUES ($1, $2, $3, $4, $4, $5, $6, 'cash', $1, $1, $1, '', ${at})`,
        [newId('tlo'), kind, status, userId, asset, units],
      );
    await did('top_up', 'done', 'RUB', 150_050);
    await did('top_up', 'done', 'RUB', 100);
    await did('top_up', 'reversed', 'RUB', 9_900);
    await did('top_up', 'awaiting_approval', 'RUB', 9_900);
    await did('write_off', 'done', 'RUB', 25);
    await did('top_up', 'done', 'BTC', 1);
    await did('top_up', 'done', 'BTC', 77, `now() - interval '25 hours'`);
    expect((await cashierList(admin)).map(({ today }) => today)).toEqual([
      [
        { asset: 'BTC', toppedUp: '0.00000001', writtenOff: '0.00000000', operations: 1 },
        { asset: 'RUB', toppedUp: '1501.50', writtenOff: '0.25', operations: 3 },
      ],
    ]);
  });
});

describe('accounts to choose from', () => {
  it('are found by a part of the name, the e-mail or the phone, those who can be chosen first', async () => {
    const { userId } = await person({ name: 'Зинаида Кассирова', email: 'zina@shop.example' });
    await query('UPDATE users SET phone = $2 WHERE id = $1', [userId, '+79165550188']);
    const { userId: unsure } = await makeUser({
      name: 'Зина Новая',
      email: 'a@shop.example',
      confirmed: false,
    });
    for (const search of ['зинаида', 'ZINA@', '8 916 555-01-88', '+7 (916) 555', '5550188']) {
      const found = await findPeople({ actor: admin, search });
      expect(found[0], search).toMatchObject({ userId, cashier: false, barred: null });
    }
    expect(await findPeople({ actor: admin, search: 'shop.example' })).toMatchObject([
      { userId },
      { userId: unsure, barred: 'unconfirmed' },
    ]);
    await saveCashier({ actor: admin, userId, input: rights });
    expect(await findPeople({ actor: admin, search: 'zina@' })).toMatchObject([{ userId, cashier: true }]);
    expect(await findPeople({ actor: admin, search: owner.email })).toMatchObject([
      { barred: 'owners_only' },
    ]);
    expect(await findPeople({ actor: owner, search: owner.email })).toMatchObject([{ barred: null }]);
  });

  it('are not listed for nothing, a wildcard or a slip of hostile text', async () => {
    for (const search of ['', ' ', 'z', '%%', '__', "' OR 1=1 --", '\0\0\0', '%00'.repeat(500)])
      expect(await findPeople({ actor: admin, search }), search).toEqual([]);
  });
});
