import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDatabase, query } from '@/lib/db';
import { saveConnection } from '@/lib/payments/connections/save-connection';
import { saveWalletAsset } from '@/lib/wallet/save-wallet-asset';
import { loadMethod } from './method-form';
import { listMethods, loadDirection } from './queries';
import { saveDirection } from './save-direction';
import { saveMethod } from './save-method';
import { admin, directionInput, makeCatalog, methodInput, refusal } from './testing/inputs';

vi.mock('@/lib/payments/registry', async () => {
  const { sampleBank, sampleDoor } = await import('@/lib/payments/connections/testing/sample-bank');
  const { payOut } = sampleBank;
  const needs = [['purse'], ['phone', 'bank_id']];
  const asking = { ...sampleBank, code: 'asking', ...(payOut && { payOut: { ...payOut, needs } }) };
  const systems = [sampleBank, sampleDoor, asking];
  return {
    paymentSystems: systems,
    paymentSystem: (code: string) => systems.find((system) => system.code === code) ?? null,
    isOffered: () => true,
    offeredSystems: () => systems,
  };
});

let bank = '';
let door = '';
let asking = '';

beforeAll(async () => {
  await makeCatalog();
  await saveMethod({ actor: admin, methodId: null, input: methodInput('OTHERRUB', 'RUB') });
  const connect = (systemCode: string, input: Record<string, unknown>) =>
    saveConnection({ actor: admin, systemCode, connectionId: null, input });
  bank = await connect('sample', {
    label: 'Bank',
    enabled: 'on',
    'settings.shopId': 'shop',
    'settings.apiKey': 'key-12345',
  });
  door = await connect('door', { label: 'Door', enabled: 'on' });
  asking = await connect('asking', {
    label: 'Asking',
    enabled: 'on',
    'settings.shopId': 'shop',
    'settings.apiKey': 'key-12345',
  });
});
afterAll(closeDatabase);

beforeEach(async () => {
  await query('DELETE FROM directions');
  await query('DELETE FROM payments');
  await query('DELETE FROM payouts');
  await query('UPDATE payment_methods SET pay_in_connection_id = NULL, pay_out_connection_id = NULL');
});

async function save(code: string, more: Record<string, unknown>): Promise<string> {
  const { id, assetCode, kind } = await loadMethod(admin, code);
  return saveMethod({ actor: admin, methodId: id, input: methodInput(code, assetCode, { kind, ...more }) });
}

const direct = (from: string, to: string, more: Record<string, unknown> = {}) =>
  saveDirection({
    actor: admin,
    isNew: true,
    fromCode: from,
    toCode: to,
    input: directionInput({ rateKind: 'fixed', fixedIn: '1', fixedOut: '1', ...more }),
  });

describe('a method and its payment systems', () => {
  it('keeps everything of its form', async () => {
    await save('BANKRUB', {
      payInConnectionId: bank,
      payOutConnectionId: bank,
      uses: ['exchange', 'shop', 'shop'],
      tolerancePercent: '1,5',
      tolerance: '50',
      payerMustMatch: 'on',
      systemFeePercent: '2.9',
      systemFee: '10',
      systemFeeBearer: 'customer',
      payoutMax: '1 000',
      payoutDay: '5000',
      payoutApproval: '0',
      refundApproval: '300',
      referenceRequired: 'on',
      uniqueAmounts: 'on',
      claimPayerEn: 'Card holder',
    });
    expect(await loadMethod(admin, 'BANKRUB')).toMatchObject({
      payInConnectionId: bank,
      payOutConnectionId: bank,
      uses: ['exchange', 'shop'],
      tolerancePercent: '1.5',
      tolerance: '50',
      payerMustMatch: true,
      systemFeePercent: '2.9',
      systemFee: '10',
      systemFeeBearer: 'customer',
      payoutMax: '1000',
      payoutDay: '5000',
      payoutApproval: '0',
      refundApproval: '300',
      referenceRequired: true,
      receiptRequired: false,
      uniqueAmounts: true,
      claimTitles: { payer: { en: 'Card holder', ru: 'Card holder' } },
    });
    const wrong = await refusal(
      save('BANKRUB', { uses: [], payoutMax: '10', payoutDay: '5', systemFeeBearer: 'x' }),
    );
    expect(wrong.fields).toMatchObject({ uses: { key: 'required' }, systemFeeBearer: { key: 'choice' } });
    const crossed = await refusal(save('BANKRUB', { payoutMax: '10', payoutDay: '5' }));
    expect(crossed.fields).toEqual({ payoutDay: { key: 'limitsCrossed' } });
  });

  it('is given only connections that can do it with its asset', async () => {
    const fieldsOf = async (code: string, more: Record<string, unknown>) =>
      (await refusal(save(code, more))).fields;
    const cannot = { key: 'connectionCannot' };
    expect(await fieldsOf('BANKRUB', { payOutConnectionId: door })).toEqual({ payOutConnectionId: cannot });
    expect(await fieldsOf('COIN', { payInConnectionId: bank })).toEqual({ payInConnectionId: cannot });
    expect(await fieldsOf('COIN', { payInConnectionId: 'con_none' })).toEqual({
      payInConnectionId: { key: 'choice' },
    });
    await save('COIN', { payInConnectionId: door });
  });

  it('keeps its connection while a payment or payout is under way by it', async () => {
    await save('BANKRUB', { payInConnectionId: bank, payOutConnectionId: bank });
    const { id } = await loadMethod(admin, 'BANKRUB');
    await query(
      `INSERT INTO payments (id, subject_kind, subject_id, method_id, connection_id, system_code, status,
         asset_code, amount_units, created_at) VALUES ('pay_1', 'order', 'o', $1, $2, 'sample', 'started', 'RUB', 1, now())`,
      [id, bank],
    );
    await query(
      `INSERT INTO payouts (id, subject_kind, subject_id, method_id, connection_id, system_code, status, asset_code,
         amount_units, destination, requested_by, created_at)
       VALUES ('pot_1', 'order', 'o', $1, $2, 'sample', 'unknown', 'RUB', 1, '{}', 'x', now())`,
      [id, bank],
    );
    const both = { payInConnectionId: bank, payOutConnectionId: bank };
    expect(await refusal(save('BANKRUB', { ...both, payInConnectionId: door }))).toMatchObject({
      code: 'in_use',
      fields: { payInConnectionId: { key: 'paymentsOpen', params: { count: '1' } } },
    });
    expect((await refusal(save('BANKRUB', { ...both, payOutConnectionId: '' }))).fields).toEqual({
      payOutConnectionId: { key: 'payoutsOpen', params: { count: '1' } },
    });
    await save('BANKRUB', both);
    await query(`UPDATE payments SET status = 'canceled'`);
    await query(`UPDATE payouts SET status = 'settled'`);
    await save('BANKRUB', { payInConnectionId: door });
  });

  it('does not lose the ground under open directions unnoticed', async () => {
    await save('OTHERRUB', { payOutConnectionId: bank });
    await direct('BANKRUB', 'OTHERRUB', { type: 'automatic' });
    const { code, fields } = await refusal(save('OTHERRUB', { payOutConnectionId: '' }));
    expect(code).toBe('direction_type_impossible');
    expect(fields).toEqual({
      payOutConnectionId: { key: 'directionsLost', params: { pairs: 'BANKRUB-OTHERRUB' } },
    });
    await query('UPDATE directions SET enabled = false');
    await save('OTHERRUB', { payOutConnectionId: '' });
  });

  it('takes no default type that an open direction of it cannot have', async () => {
    await direct('BANKRUB', 'OTHERRUB');
    expect((await refusal(save('BANKRUB', { defaultType: 'automatic' }))).fields).toEqual({
      defaultType: { key: 'directionsLost', params: { pairs: 'BANKRUB-OTHERRUB' } },
    });
    await save('OTHERRUB', { payOutConnectionId: bank });
    await save('BANKRUB', { defaultType: 'automatic' });
    expect(await loadDirection(admin, 'BANKRUB', 'OTHERRUB')).toMatchObject({
      inheritedType: 'automatic',
      payOut: 'sample',
      possibleTypes: ['operator', 'semi_automatic', 'automatic'],
    });
    await save('BANKRUB', { defaultType: 'operator' });
  });

  it('wants details of the office only where people pay by it directly', async () => {
    const wanting = async () =>
      (await listMethods(admin)).filter(({ needsRequisites }) => needsRequisites).map(({ code }) => code);
    await save('BANKRUB', { payInConnectionId: '' });
    await save('OTHERRUB', { payInConnectionId: '' });
    await direct('BANKRUB', 'OTHERRUB');
    await saveWalletAsset({ actor: admin, assetCode: 'RUB', input: { enabled: 'on' } });
    expect(await wanting()).toEqual(['BANKRUB']);
    await save('OTHERRUB', { payInConnectionId: '', uses: ['exchange', 'topup'] });
    expect(await wanting()).toEqual(['BANKRUB', 'OTHERRUB']);
    await save('OTHERRUB', {});
  });

  it('is not started again by a form that was opened before its payouts were stopped', async () => {
    await save('BANKRUB', {});
    await query(`UPDATE payment_methods SET payouts_stopped = true WHERE code = 'BANKRUB'`);
    await save('BANKRUB', { titleEn: 'Opened before' });
    expect(await loadMethod(admin, 'BANKRUB')).toMatchObject({ payoutsStopped: true });
    await save('BANKRUB', { payoutsStoppedWas: 'on' });
    expect(await loadMethod(admin, 'BANKRUB')).toMatchObject({ payoutsStopped: false });
    await save('BANKRUB', { payoutsStopped: 'on' });
    expect(await loadMethod(admin, 'BANKRUB')).toMatchObject({ payoutsStopped: true });
  });
});

describe('a method whose system must be told where to pay', () => {
  const asked = (side: 'give' | 'get', ...keys: string[]) =>
    JSON.stringify(keys.map((key) => ({ key, side, validator: 'text', titles: { en: key, ru: key } })));
  const payOut = (fields: string, more: Record<string, unknown> = {}) =>
    save('BANKRUB', { payOutConnectionId: asking, fields, ...more });
  const lacks = { key: 'payoutAsks', params: { label: 'Asking', keys: 'purse / phone + bank_id' } };
  const listed = async () => (await listMethods(admin)).find(({ code }) => code === 'BANKRUB')?.payoutLacks;

  it.each([
    ['nothing', '[]'],
    ['a half of it', asked('get', 'phone')],
    ['it of the other side', asked('give', 'purse')],
  ])('is refused beside its fields while it asks for %s', async (_what, fields) => {
    expect(await refusal(payOut(fields))).toMatchObject({ code: 'invalid_input', fields: { fields: lacks } });
  });

  it('is saved when it asks for one of the ways', async () => {
    await payOut(asked('get', 'purse'));
    await payOut(asked('get', 'phone', 'bank_id'));
    expect(await listed()).toBeNull();
  });

  it('may be closed as it is, and is told of where it was saved before', async () => {
    await payOut('[]', { enabled: undefined });
    expect(await listed()).toEqual(lacks);
    expect((await refusal(payOut('[]'))).fields).toEqual({ fields: lacks });
  });
});
