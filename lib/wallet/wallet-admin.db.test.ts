import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingYet } from '@/lib/catalog/form-version';
import { saveMethod } from '@/lib/catalog/save-method';
import { admin, makeCatalog, methodInput, person, refusal } from '@/lib/catalog/testing/inputs';
import { closeDatabase, query } from '@/lib/db';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';
import { saveWalletSettings } from '@/lib/wallet/save-wallet-settings';
import { loadWalletAdmin } from '@/lib/wallet/wallet-admin';
import { walletSettings } from '@/lib/wallet/wallet-settings';

beforeAll(makeCatalog);
afterAll(closeDatabase);

const settings = {
  on: 'on',
  titleEn: 'Purse',
  titleRu: 'Мешок',
  uses: ['exchange', 'transfers'],
  ownReversalMinutes: '15',
  maxOpenRequests: '2',
};

const methodOf = async (asset: string) => {
  const [row] = await query<{ id: string; titles: unknown; enabled: boolean; kind: string; uses: string[] }>(
    `SELECT id, titles, enabled, kind::text, uses FROM payment_methods WHERE code = $1`,
    [`WALLET${asset}`],
  );
  return row;
};

const auditOf = (subject: string) =>
  query<{ action: string }>(
    `SELECT action FROM audit_records WHERE subject = $1 AND action LIKE 'wallet.%' ORDER BY at`,
    [subject],
  );

describe('the wallet’s settings', () => {
  it('are kept with who changed them, and the audit tells from what to what', async () => {
    expect(await walletSettings()).toMatchObject({ on: false });
    await saveWalletSettings({ actor: admin, input: settings });
    expect(await walletSettings()).toEqual({
      on: true,
      titles: { en: 'Purse', ru: 'Мешок' },
      uses: { exchange: true, products: false, invoices: false, transfers: true, withdrawals: false },
      receiptPictureRequired: false,
      ownReversalMinutes: 15,
      maxOpenRequests: 2,
    });
    const [row] = await query(`SELECT updated_by FROM settings WHERE key = 'wallet'`);
    expect(row).toEqual({ updated_by: 'Admin' });
    const [record] = await query(`SELECT before, after FROM audit_records WHERE subject = 'wallet'`);
    expect(record).toMatchObject({
      before: { on: false, titles: { en: 'Wallet' } },
      after: { on: true, titles: { en: 'Purse' } },
    });
  });

  it('are refused from anybody but an admin, and where a value makes no sense', async () => {
    for (const actor of [person('operator'), person('cashier', 'accountant'), person('customer')])
      expect(await refusal(saveWalletSettings({ actor, input: settings }))).toMatchObject({
        code: 'forbidden',
      });
    for (const [field, value] of Object.entries({
      titleEn: ' ',
      uses: ['everything'],
      ownReversalMinutes: '121',
      maxOpenRequests: '0',
    })) {
      const { fields } = await refusal(
        saveWalletSettings({ actor: admin, input: { ...settings, [field]: value } }),
      );
      expect(Object.keys(fields)[0], field).toMatch(new RegExp(`^${field}`));
    }
  });
});

describe('an asset of wallets', () => {
  it('gets its method once, is closed without losing anything, and opens again', async () => {
    const save = (input: Record<string, unknown>) =>
      saveWalletAsset({ actor: admin, assetCode: 'RUB', input });
    await save({ enabled: 'on', topUpDay: '100 000', cashierFeePercent: '0,5', cashierMin: '100' });
    const made = await methodOf('RUB');
    expect(made).toMatchObject({
      kind: 'wallet',
      enabled: true,
      uses: ['exchange'],
      titles: { en: 'Purse RUB', ru: 'Мешок RUB' },
    });
    await save({});
    expect(await methodOf('RUB')).toMatchObject({ id: made?.id, enabled: false });
    await save({ enabled: 'on', transferMin: '10', transferMax: '5000' });
    expect(await methodOf('RUB')).toMatchObject({ id: made?.id, enabled: true });
    const [row] = await query('SELECT * FROM wallet_assets');
    expect(row).toMatchObject({
      asset_code: 'RUB',
      method_id: made?.id,
      enabled: true,
      top_up_day_units: null,
      transfer_min_units: 1_000n,
      transfer_max_units: 500_000n,
      cashier_fee_bps: 0,
      cashier_fee_units: 0n,
    });
    expect((await auditOf('RUB')).map(({ action }) => action)).toEqual([
      'wallet.asset_open',
      'wallet.asset',
      'wallet.asset',
    ]);
  });

  it('has its method renamed with the wallet, unless an admin called it otherwise', async () => {
    await saveWalletAsset({ actor: admin, assetCode: 'BTC', input: { enabled: 'on' } });
    await query(
      `UPDATE payment_methods SET titles = '{"en":"My coins","ru":"Монеты"}' WHERE code = 'WALLETBTC'`,
    );
    await saveWalletSettings({
      actor: admin,
      input: { ...settings, titleEn: 'Account', titleRu: 'Счет' },
    });
    expect((await methodOf('RUB'))?.titles).toEqual({ en: 'Account RUB', ru: 'Счет RUB' });
    expect((await methodOf('BTC'))?.titles).toEqual({ en: 'My coins', ru: 'Монеты' });
  });

  it('is refused where limits contradict each other, from anybody but an admin, and of an unknown asset', async () => {
    const wrong = async (input: Record<string, unknown>) =>
      (await refusal(saveWalletAsset({ actor: admin, assetCode: 'RUB', input }))).fields;
    expect(await wrong({ transferMin: '11', transferMax: '10' })).toMatchObject({
      transferMax: { key: 'limitsCrossed' },
    });
    expect(await wrong({ transferMax: '11', transferDay: '10' })).toMatchObject({
      transferDay: { key: 'limitsCrossed' },
    });
    expect(await wrong({ cashierMin: '50', cashierFee: '50' })).toMatchObject({
      cashierMin: { key: 'aboveFee' },
    });
    expect(await wrong({ topUpDay: '0.001' })).toMatchObject({ topUpDay: { key: 'amountDecimals' } });
    expect(await wrong({ cashierFeePercent: '51' })).toMatchObject({ cashierFeePercent: { key: 'percent' } });
    for (const assetCode of ['GOLD', '', "RUB'"])
      expect(await refusal(saveWalletAsset({ actor: admin, assetCode, input: {} }))).toMatchObject({
        fields: { assetCode: { key: 'choice' } },
      });
    expect(
      await refusal(saveWalletAsset({ actor: person('operator'), assetCode: 'RUB', input: {} })),
    ).toMatchObject({ code: 'forbidden' });
  });

  it('whose code another method took is told so', async () => {
    await query(
      `INSERT INTO assets (code, kind, scale, titles, created_at) VALUES ('EUR', 'fiat', 2, '{}', now())`,
    );
    await saveMethod({ actor: admin, methodId: null, input: methodInput('WALLETEUR', 'EUR') });
    expect(
      await refusal(saveWalletAsset({ actor: admin, assetCode: 'EUR', input: { enabled: 'on' } })),
    ).toMatchObject({ code: 'code_taken' });
  });
});

describe('a form of wallets that was opened before somebody else’s change', () => {
  const stale = { code: 'form_stale' };

  it('does not switch wallets on again that were switched off meanwhile', async () => {
    await saveWalletSettings({ actor: admin, input: settings });
    const { version } = await loadWalletAdmin(admin);
    await saveWalletSettings({ actor: admin, input: { ...settings, on: undefined, version } });
    expect(
      await refusal(saveWalletSettings({ actor: admin, input: { ...settings, version } })),
    ).toMatchObject(stale);
    expect((await walletSettings()).on).toBe(false);
    const present = await loadWalletAdmin(admin);
    await saveWalletSettings({ actor: admin, input: { ...settings, version: present.version } });
    expect((await walletSettings()).on).toBe(true);
  });

  it('does not take back another admin’s limits of an asset, nor write over one that was opened meanwhile', async () => {
    const save = (input: Record<string, unknown>) =>
      saveWalletAsset({ actor: admin, assetCode: 'RUB', input: { enabled: 'on', ...input } });
    const shown = async () => (await loadWalletAdmin(admin)).assets.find(({ asset }) => asset === 'RUB');
    await save({ topUpDay: '1000', cashierFeePercent: '1' });
    const version = (await shown())?.version;
    await save({ topUpDay: '500', cashierFeePercent: '1', version });
    expect(await refusal(save({ topUpDay: '1000', version }))).toMatchObject(stale);
    expect(await refusal(save({ version: nothingYet }))).toMatchObject(stale);
    expect((await shown())?.values).toMatchObject({ topUpDay: '500', cashierFeePercent: '1' });
  });
});
