import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { closeDatabase, query } from '@/lib/db';
import type { TestOffice } from '@/lib/exchange/testing/office';
import { guest } from '@/lib/exchange/testing/orders';
import { newId } from '@/lib/ids';
import { cancelTopUp } from './cancel-top-up';
import { createTopUp } from './create-top-up';
import { callback, started } from './testing/simulated';
import {
  customer,
  makeCashier,
  makeTopUpOffice,
  openWallets,
  requestOf,
  type TopUpRules,
  theTopUp,
  wishOf,
} from './testing/top-up-office';
import { openWays } from './top-up-terms';

afterAll(closeDatabase);

let ann: UserActor;
let office: TestOffice & { connectionId: string | null };

async function open(rules: TopUpRules = {}): Promise<void> {
  office = await makeTopUpOffice('simulator', rules);
  ann = await customer();
}

beforeEach(async () => {
  await query('DELETE FROM cashiers');
  await query(`UPDATE payment_methods SET uses = '{exchange}'`);
  await open();
});

const make = (more: Parameters<typeof wishOf>[2] = {}, actor = ann) =>
  createTopUp({ actor, ...wishOf(office, 'system', more) });

const countOf = async ({ userId }: UserActor) =>
  (await query('SELECT id FROM top_ups WHERE user_id = $1', [userId])).length;

describe('a wish to top up', () => {
  it('is one, however often the same form is sent; the form’s key is for nothing else', async () => {
    const wish = { idempotencyKey: newId('top') };
    const made = await Promise.all(Array.from({ length: 8 }, () => make(wish)));
    expect(new Set(made.map(({ topUpId }) => topUpId)).size).toBe(1);
    expect(made.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await countOf(ann)).toBe(1);
    await expect(make({ ...wish, amount: '2000' })).rejects.toMatchObject({ code: 'idempotency_mismatch' });
    await expect(make(wish, await customer())).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  it.each([
    ['', 'required'],
    ['0', 'amountPositive'],
    ['0.00', 'amountPositive'],
    ['1000.001', 'amountDecimals'],
    ['-5', 'amount'],
    ['1e3', 'amount'],
    ['abc', 'amount'],
    ['99', 'amountLeast'],
    ['50000.01', 'amountMost'],
    ['9'.repeat(30), 'amountTooLarge'],
  ])('of %s roubles is refused with a word for it', async (amount, key) => {
    await open({ min: 10_000n, max: 5_000_000n });
    await expect(make({ amount })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { amount: { key } },
    });
    expect(await countOf(ann)).toBe(0);
  });

  it('of no more than its fee is refused: nothing would reach the wallet', async () => {
    await open({ feeUnits: 5_000n });
    await expect(make({ amount: '50' })).rejects.toMatchObject({ fields: { amount: { key: 'aboveFee' } } });
    await make({ amount: '50.01' });
  });

  it('is for signed-in people, where wallets are on and hold the asset', async () => {
    await expect(createTopUp({ actor: guest(), ...wishOf(office, 'system') })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    await expect(make({ asset: 'BTC' })).rejects.toMatchObject({ code: 'wallet_asset_off' });
    await query('UPDATE wallet_assets SET enabled = false');
    await expect(make()).rejects.toMatchObject({ code: 'wallet_asset_off' });
    await openWallets({ on: false });
    await expect(make()).rejects.toMatchObject({ code: 'wallet_off' });
    expect(await countOf(ann)).toBe(0);
  });

  it('goes by a way that is open at that moment, and by that alone', async () => {
    const closed = { code: 'top_up_way_closed' };
    await expect(make({ methodCode: office.coin.code })).rejects.toMatchObject(closed);
    await expect(make({ methodCode: 'WALLETRUB' })).rejects.toMatchObject(closed);
    await expect(make({ methodCode: undefined })).rejects.toMatchObject(closed);
    await expect(createTopUp({ actor: ann, ...wishOf(office, 'direct') })).rejects.toMatchObject(closed);
    await expect(createTopUp({ actor: ann, ...requestOf() })).rejects.toMatchObject(closed);
    const close = [
      `UPDATE payment_methods SET uses = '{exchange}' WHERE id = $1`,
      `UPDATE payment_methods SET enabled = false, uses = '{topup}' WHERE id = $1`,
      `UPDATE system_connections SET enabled = false WHERE id = (SELECT pay_in_connection_id FROM payment_methods WHERE id = $1)`,
      `UPDATE system_connections SET broken_at = now() WHERE id = (SELECT pay_in_connection_id FROM payment_methods WHERE id = $1)`,
    ];
    for (const sql of close) {
      await open();
      await make();
      await query(sql, [office.bank.id]);
      await expect(make()).rejects.toMatchObject(closed);
    }
  });

  it('finds no way while no system is connected, no method is opened and no cashier works', async () => {
    await query('UPDATE system_connections SET enabled = false');
    expect(await openWays({ query })).toEqual([]);
    const cashier = await makeCashier(['USD']);
    expect(await openWays({ query })).toEqual([]);
    await query(`INSERT INTO cashier_limits (user_id, asset_code) VALUES ($1, 'RUB')`, [cashier.userId]);
    expect(await openWays({ query })).toMatchObject([
      { asset: 'RUB', terms: { way: 'cashier', method: null } },
    ]);
    await query('UPDATE cashiers SET suspended_at = now()');
    expect(await openWays({ query })).toEqual([]);
  });

  it('is not more than the day’s limit, with what came today and what is still awaited', async () => {
    await open({ day: 250_000n });
    await callback(office, await started(office, ann));
    const { topUpId } = await make({ amount: '1000' });
    const over = { code: 'wallet_day_limit', params: { left: '500.00', asset: 'RUB' } };
    await expect(make({ amount: '500.01' })).rejects.toMatchObject(over);
    await cancelTopUp({ actor: ann, topUpId });
    await make({ amount: '1500' });
    await expect(make({ amount: '1' })).rejects.toMatchObject({ params: { left: '0.00' } });
  });

  it('is not more than the day’s limit though ten are made at once', async () => {
    await open({ day: 300_000n });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => make()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('waits for cashiers no more often than the office allows, and is free again when it is given up', async () => {
    await openWallets({ maxOpenRequests: 2 });
    await makeCashier();
    const request = () => createTopUp({ actor: ann, ...requestOf() });
    const results = await Promise.allSettled(Array.from({ length: 6 }, request));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const full = { code: 'too_many_requests_waiting', params: { count: '2' } };
    await expect(request()).rejects.toMatchObject(full);
    // Payments are counted by themselves.
    await make();
    const [first] = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    await cancelTopUp({ actor: ann, topUpId: first?.topUpId ?? '' });
    await request();
    for (let more = 0; more < 9; more += 1) await make();
    await expect(make()).rejects.toMatchObject({
      code: 'too_many_requests_waiting',
      params: { count: '10' },
    });
  });

  it('with a cashier tells the kind of money, and keeps comment, picture and the cashier’s fee', async () => {
    await makeCashier();
    await query('UPDATE wallet_assets SET cashier_fee_bps = 200, cashier_max_units = 500000');
    const { moneyKind: _, ...without } = requestOf();
    await expect(createTopUp({ actor: ann, ...without })).rejects.toMatchObject({
      fields: { moneyKind: { key: 'choice' } },
    });
    await expect(createTopUp({ actor: ann, ...requestOf({ amount: '5000.01' }) })).rejects.toMatchObject({
      fields: { amount: { key: 'amountMost' } },
    });
    const receipt = { bytes: Buffer.from('MZ'), name: 'receipt.png' };
    await expect(createTopUp({ actor: ann, ...requestOf({ receipt }) })).rejects.toMatchObject({
      fields: { receipt: { key: 'fileType' } },
    });
    const { topUpId } = await createTopUp({
      actor: ann,
      ...requestOf({
        comment: ' at six ',
        receipt: { bytes: Buffer.from('%PDF-1.4\n%%EOF\n'), name: 'a.pdf' },
      }),
    });
    expect(await theTopUp(topUpId)).toMatchObject({
      way: 'cashier',
      status: 'waiting',
      methodId: null,
      feeUnits: 2_000n,
      comment: 'at six',
      moneyKind: 'cash',
      receiptFileId: expect.stringMatching(/^fil_/),
      expiresAt: null,
    });
  });
});
