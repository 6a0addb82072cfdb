import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { operationView } from '@/lib/cashier/operation-view';
import { summariseOperation } from '@/lib/cashier/summarise-operation';
import {
  inDrawer,
  inWallet,
  makeCashier,
  makeCustomer,
  openWallets,
  refusalsOf,
  setAsset,
  setWallets,
  startShift,
  topUpForm,
} from '@/lib/cashier/testing/till';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { walletNumberOf } from '@/lib/wallet/open-wallet';

beforeEach(async () => {
  await openWallets();
  await query(
    `UPDATE wallet_assets SET top_up_day_units = NULL, top_up_approval_units = NULL, cashier_fee_bps = 0,
       cashier_fee_units = 0, cashier_min_units = NULL, cashier_max_units = NULL, enabled = true`,
  );
});

const refused = (code: string, fields?: Record<string, unknown>) =>
  expect.objectContaining({ code, ...(fields && { fields }) });

describe('a top-up at the till', () => {
  it('credits the wallet, keeps the fee, tells the customer and is audited', async () => {
    await setAsset('RUB', { cashier_fee_bps: 100, cashier_fee_units: 500n });
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const input = topUpForm(customer, {
      comment: 'two notes',
      receiptNumber: `A-${randomUUID().slice(0, 8)}`,
    });
    const summary = await summariseOperation({ actor: cashier, kind: 'top_up', input, hasPicture: false });
    expect(summary).toMatchObject({
      amount: '1500.50',
      fee: '20.01',
      walletAmount: '1480.49',
      availableAfter: '1480.49',
      approvalFor: [],
    });
    const made = await topUpByCashier({ actor: cashier, input });
    expect(made).toMatchObject({ status: 'done', replayed: false });
    expect(await inWallet(customer.userId)).toEqual({ units: 148_049n, held: 0n });
    expect(await operationView(cashier, made.operationId)).toMatchObject({
      status: 'done',
      fee: '20.01',
      balanceAfter: '1480.49',
      own: true,
      mayReverse: true,
    });
    const [line] = await query(
      'SELECT kind, amount_units AS units, details FROM wallet_records WHERE user_id = $1',
      [customer.userId],
    );
    expect(line).toEqual({
      kind: 'top_up',
      units: 148_049n,
      details: { receipt: input.receiptNumber, comment: 'two notes', fee: '20.01' },
    });
    const letters = await query<{ code: string; props: object }>(
      'SELECT code, props FROM letters WHERE user_id = $1',
      [customer.userId],
    );
    expect(letters).toMatchObject([
      { code: 'wallet_topped_up', props: { amount: '1480.49', balance: '1480.49', fee: '20.01' } },
    ]);
    const audits = await query('SELECT action FROM audit_records WHERE subject = $1', [made.operationId]);
    expect(audits).toEqual([{ action: 'till.top_up' }]);
  });

  it.each([
    ['0.001', 'amountDecimals'],
    ['1500.505', 'amountDecimals'],
    ['1500.5001', 'amountDecimals'],
    ['10.001', 'amountDecimals'],
    ['1,500', 'amountDecimals'],
    ['0', 'amountPositive'],
    ['0.00', 'amountPositive'],
    ['-5', 'amount'],
    ['1e5', 'amount'],
    ['0x10', 'amount'],
    ['five', 'amount'],
    ['', 'required'],
    ['9'.repeat(30), 'amountTooLarge'],
  ])('of %s is refused next to the amount and kept in the audit', async (amount, key) => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const attempt = topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_input', fields: { amount: { key } } });
    expect((await inWallet(customer.userId)).units).toBe(0n);
    expect(await refusalsOf(cashier.userId)).toEqual([['top_up', 'invalid_input']]);
  });

  it('is not for whoever is no cashier, not for a suspended one, and not for a guest', async () => {
    const customer = await makeCustomer();
    const person = await registered(staff('cashier'));
    const cashier = await makeCashier();
    const given = (actor: typeof person) => topUpByCashier({ actor, input: topUpForm(customer) });
    await expect(given(person)).rejects.toThrow(refused('cashier_off'));
    await expect(given(customer.actor)).rejects.toThrow(refused('cashier_off'));
    await given(cashier);
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [cashier.userId]);
    await expect(given(cashier)).rejects.toThrow(refused('cashier_off'));
    await expect(topUpByCashier({ actor: { kind: 'guest', ip: '10.0.0.1' }, input: {} })).rejects.toThrow(
      refused('not_signed_in'),
    );
    expect(await refusalsOf(customer.userId)).toEqual([['top_up', 'cashier_off']]);
    expect(await refusalsOf(cashier.userId)).toEqual([['top_up', 'cashier_off']]);
  });

  it("never goes to the cashier's own wallet", async () => {
    const cashier = await makeCashier();
    const own = { number: await walletNumberOf(cashier.userId) };
    await expect(topUpByCashier({ actor: cashier, input: topUpForm(own) })).rejects.toThrow(
      refused('cashier_own_wallet'),
    );
    expect(await refusalsOf(cashier.userId)).toEqual([['top_up', 'cashier_own_wallet']]);
  });

  it('is refused in an asset that is not among his limits, that is closed, or that there is not', async () => {
    const customer = await makeCustomer();
    const cashier = await makeCashier({ assets: ['RUB'] });
    const given = (asset: string) =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { asset }) });
    await expect(given('USD')).rejects.toThrow(refused('cashier_asset'));
    await expect(given('NONE')).rejects.toThrow(refused('cashier_asset'));
    await setAsset('RUB', { enabled: false });
    await expect(given('RUB')).rejects.toThrow(refused('wallet_asset_off'));
    await setWallets({ on: false });
    await expect(given('RUB')).rejects.toThrow(refused('wallet_off'));
  });

  it('asks for a number without a slip, and for one that is somebody’s', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const last = Number(customer.number.at(-1));
    const slip = `${customer.number.slice(0, -1)}${(last + 1) % 10}`;
    const given = (number: string) => topUpByCashier({ actor: cashier, input: topUpForm({ number }) });
    await expect(given(slip)).rejects.toMatchObject({ fields: { number: { key: 'walletNumber' } } });
    await expect(given('1000000008')).rejects.toMatchObject({
      code: expect.stringMatching(/wallet_unknown|invalid/),
    });
    const dictated = `${customer.number.slice(0, 3)} ${customer.number.slice(3, 6)}-${customer.number.slice(6)}`;
    expect(await given(dictated)).toMatchObject({ status: 'done' });
  });

  it("keeps to the till's bounds, and to more than its fee", async () => {
    await setAsset('RUB', { cashier_min_units: 10_000n, cashier_max_units: 100_000n });
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const given = (amount: string) =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
    await expect(given('99.99')).rejects.toMatchObject({
      fields: { amount: { key: 'amountLeast', params: { nearest: '100.00', asset: 'RUB' } } },
    });
    await expect(given('1000.01')).rejects.toMatchObject({ fields: { amount: { key: 'amountMost' } } });
    await setAsset('RUB', { cashier_min_units: null, cashier_fee_units: 500n });
    await expect(given('5')).rejects.toMatchObject({ fields: { amount: { key: 'aboveFee' } } });
  });

  it("over the customer's day is refused with what is left", async () => {
    await setAsset('RUB', { top_up_day_units: 100_000n });
    const [cashier, customer] = [await makeCashier({ operationUnits: 50_000n }), await makeCustomer()];
    const given = (amount: string) =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { amount }) });
    await given('400');
    await expect(given('600.01')).rejects.toMatchObject({
      code: 'wallet_day_limit',
      params: { left: '600.00', asset: 'RUB' },
    });
    const five = await Promise.allSettled(Array.from({ length: 5 }, () => given('200')));
    expect(five.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect((await inWallet(customer.userId)).units).toBe(100_000n);
  });

  it('asks for the picture where the office wants it, and takes one that is a picture', async () => {
    await setWallets({ receiptPictureRequired: true });
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const input = topUpForm(customer);
    await expect(topUpByCashier({ actor: cashier, input })).rejects.toMatchObject({
      fields: { receipt: { key: 'required' } },
    });
    const fake = { bytes: Buffer.from('MZ no picture'), name: 'receipt.png' };
    await expect(topUpByCashier({ actor: cashier, input, picture: fake })).rejects.toMatchObject({
      fields: { receipt: { key: 'fileType' } },
    });
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const { operationId } = await topUpByCashier({
      actor: cashier,
      input,
      picture: { bytes, name: 'r.png' },
    });
    expect((await operationView(cashier, operationId)).hasPicture).toBe(true);
  });

  it('of one form is one operation, pressed twice or a hundred times at once; another input is refused', async () => {
    const [cashier, customer] = [await makeCashier(), await makeCustomer()];
    const input = topUpForm(customer, { amount: '10' });
    const presses = await Promise.all(
      Array.from({ length: 100 }, () => topUpByCashier({ actor: cashier, input })),
    );
    expect(new Set(presses.map(({ operationId }) => operationId)).size).toBe(1);
    expect(presses.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect((await inWallet(customer.userId)).units).toBe(1_000n);
    const other = { ...input, amount: '11' };
    await expect(topUpByCashier({ actor: cashier, input: other })).rejects.toThrow(
      refused('idempotency_mismatch'),
    );
    const stranger = await makeCashier();
    await expect(topUpByCashier({ actor: stranger, input })).rejects.toThrow(refused('idempotency_mismatch'));
    const fresh = { ...input, receiptNumber: 'another one' };
    await expect(topUpByCashier({ actor: stranger, input: fresh })).rejects.toThrow(
      refused('idempotency_mismatch'),
    );
  });

  it('by a cashier with a drawer needs an open shift, and cash goes into the drawer', async () => {
    const [cashier, customer] = [await makeCashier({ hasDrawer: true }), await makeCustomer()];
    const given = (moneyKind: string) =>
      topUpByCashier({ actor: cashier, input: topUpForm(customer, { moneyKind, amount: '10' }) });
    await expect(given('cash')).rejects.toThrow(refused('shift_closed'));
    await expect(given('card')).rejects.toThrow(refused('shift_closed'));
    await startShift(cashier);
    await given('cash');
    await given('card');
    expect(await inDrawer(cashier.userId)).toBe(1_000n);
    expect((await inWallet(customer.userId)).units).toBe(2_000n);
  });
});
