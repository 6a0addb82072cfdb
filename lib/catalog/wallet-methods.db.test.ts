import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '@/lib/db';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';
import { loadMethod } from './method-form';
import { saveMethod } from './save-method';
import { admin, makeCatalog, methodInput, person, refusal } from './testing/inputs';

const idOf = async (code: string) => (await loadMethod(admin, code)).id;

beforeAll(async () => {
  await makeCatalog();
  await saveWalletAsset({ actor: admin, assetCode: 'RUB', input: { enabled: 'on' } });
});

describe('a method used for wallets', () => {
  it('keeps its fees and bounds of top-ups and withdrawals, and shows them again', async () => {
    const typed = {
      uses: ['exchange', 'topup', 'withdrawal'],
      topUpFeePercent: '1,5',
      topUpMin: '100',
      topUpMax: '50 000',
      withdrawFeePercent: '0.5',
      withdrawFee: '25',
      withdrawMin: '500',
      withdrawMax: '150000',
    };
    const methodId = await idOf('BANKRUB');
    await saveMethod({ actor: admin, methodId, input: methodInput('BANKRUB', 'RUB', typed) });
    expect(await loadMethod(admin, 'BANKRUB')).toMatchObject({
      uses: ['exchange', 'topup', 'withdrawal'],
      topUpFeePercent: '1.5',
      topUpFee: '',
      topUpMin: '100',
      topUpMax: '50000',
      withdrawFeePercent: '0.5',
      withdrawFee: '25',
      withdrawMin: '500',
      withdrawMax: '150000',
    });
  });

  it.each([
    [{ withdrawMin: '10', withdrawMax: '9' }, 'withdrawMax', 'limitsCrossed'],
    [{ topUpMin: '10', topUpMax: '9' }, 'topUpMax', 'limitsCrossed'],
    [{ withdrawFee: '0.001' }, 'withdrawFee', 'amountDecimals'],
    [{ withdrawFeePercent: '51' }, 'withdrawFeePercent', 'percent'],
    [{ uses: ['gambling'] }, 'uses.0', 'choice'],
  ])('refuses %j beside its field', async (typed, field, key) => {
    const work = saveMethod({
      actor: admin,
      methodId: await idOf('BANKRUB'),
      input: methodInput('BANKRUB', 'RUB', typed),
    });
    expect((await refusal(work)).fields).toMatchObject({ [field]: { key } });
  });
});

describe("a wallet's own method", () => {
  it('takes what applies to it, whatever else a form sends', async () => {
    const methodId = await idOf('WALLETRUB');
    await saveMethod({
      actor: admin,
      methodId,
      input: methodInput('HACKED', 'BTC', {
        kind: 'bank',
        titleEn: 'My wallet',
        defaultType: 'semi_automatic',
        enabled: undefined,
        uses: ['topup', 'withdrawal'],
        payInConnectionId: 'con_0000000000000000',
        receiptRequired: 'on',
        withdrawFee: '5',
        minIn: '10',
        payInFeePercent: '0.5',
      }),
    });
    const [row] = await query(
      `SELECT code, kind::text, asset_code, titles->>'en' AS title, default_type::text, uses, enabled,
         pay_in_connection_id, receipt_required, withdraw_fee_units, min_in_units, pay_in_fee_bps
       FROM payment_methods WHERE id = $1`,
      [methodId],
    );
    expect(row).toEqual({
      code: 'WALLETRUB',
      kind: 'wallet',
      asset_code: 'RUB',
      title: 'My wallet',
      default_type: 'semi_automatic',
      uses: ['exchange'],
      enabled: true,
      pay_in_connection_id: null,
      receipt_required: false,
      withdraw_fee_units: 0n,
      min_in_units: 1000n,
      pay_in_fee_bps: 50,
    });
  });

  it('is made with its asset only: no form makes one, nor turns another method into one', async () => {
    for (const methodId of [null, await idOf('BANKRUB')]) {
      const input = methodInput('WALLET2', 'RUB', { kind: 'wallet' });
      const { fields } = await refusal(saveMethod({ actor: admin, methodId, input }));
      expect(fields).toMatchObject({ kind: { key: 'choice' } });
    }
    const methodId = await idOf('WALLETRUB');
    const input = methodInput('WALLETRUB', 'RUB');
    expect((await refusal(saveMethod({ actor: person('operator'), methodId, input }))).code).toBe(
      'forbidden',
    );
  });
});
