import { describe, expect, it, vi } from 'vitest';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { guest } from '@/lib/exchange/testing/orders';
import { paying, resetPaying } from '@/lib/payments/testing/paying-system';
import { cancelWithdrawal } from './cancel-withdrawal';
import { createWithdrawal } from './create-withdrawal';
import { summariseWithdrawal } from './summarise-withdrawal';
import { asked, customerWith, keepBooksInOrder, makeWithdrawalOffice, purse } from './testing/payer';
import { ownWithdrawals } from './withdrawal-queries';
import { withdrawalAssets } from './withdrawal-ways';

vi.mock(
  '@/lib/payments/registry',
  async () => (await import('@/lib/payments/testing/paying-registry')).payingRegistry,
);

keepBooksInOrder();

describe('asking for a withdrawal', () => {
  it('a hundred at once of a balance for ten make ten', async () => {
    const office = await makeWithdrawalOffice({ by: 'system', feeUnits: 100n });
    const actor = await customerWith(10n * 10_100n);
    const all = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        createWithdrawal({ actor, ...asked(office, '100', { fee: '1.00' }) }),
      ),
    );
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 90 }, () => 'wallet_not_enough'));
    expect(await purse(actor)).toEqual({ balance: 101_000n, held: 101_000n });
    const rows = await query('SELECT id FROM withdrawals WHERE user_id = $1', [actor.userId]);
    expect(rows).toHaveLength(10);
  });

  it('is one withdrawal however often it is pressed; another input under its key is an error', async () => {
    const office = await makeWithdrawalOffice();
    const actor = await customerWith(100_000n);
    const form = asked(office, '100');
    const made = await Promise.all(Array.from({ length: 10 }, () => createWithdrawal({ actor, ...form })));
    expect(new Set(made.map(({ withdrawalId }) => withdrawalId)).size).toBe(1);
    expect(made.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await purse(actor)).toMatchObject({ held: 10_000n });
    await expect(createWithdrawal({ actor, ...form, amount: '200' })).rejects.toMatchObject({
      code: 'idempotency_mismatch',
    });
    // The way is closed meanwhile: the second press still leads to what the first has made.
    await query('UPDATE payment_methods SET enabled = false WHERE id = $1', [office.bank.id]);
    expect(await createWithdrawal({ actor, ...form })).toMatchObject({ replayed: true });
    // The key is a person's own: another one with the same key meets nothing.
    const other = await customerWith(0n);
    await expect(createWithdrawal({ actor: other, ...form })).rejects.toMatchObject({
      code: 'withdrawal_closed',
    });
  });

  it.each([
    ['0', 'amountPositive'],
    ['0.001', 'amountDecimals'],
    ['-5', 'amount'],
    ['1e3', 'amount'],
    ['', 'required'],
    ['99.99', 'amountLeast'],
    ['500.01', 'amountMost'],
  ])('refuses the amount "%s" beside its field', async (amount, key) => {
    const office = await makeWithdrawalOffice({ min: 10_000n, max: 50_000n });
    const actor = await customerWith(1_000_000n);
    for (const command of [createWithdrawal, summariseWithdrawal])
      await expect(command({ actor, ...asked(office, amount) })).rejects.toMatchObject({
        code: 'invalid_input',
        fields: { amount: { key } },
      });
    expect(await purse(actor)).toEqual({ balance: 1_000_000n, held: 0n });
  });

  it('refuses requisites as order forms do, and fields that the method does not ask for', async () => {
    const office = await makeWithdrawalOffice();
    const actor = await customerWith(100_000n);
    const wrong = asked(office, '100', { requisites: { card: '4111 1111 1111 1112' } });
    await expect(createWithdrawal({ actor, ...wrong })).rejects.toMatchObject({
      fields: { 'get.card': { key: 'cardChecksum' } },
    });
    const forged = asked(office, '100', { requisites: { card: '4111111111111111', iban: 'x' } });
    await expect(createWithdrawal({ actor, ...forged })).rejects.toMatchObject({
      fields: { 'get.iban': { key: 'unknown' } },
    });
  });

  it('whose system cannot pay there, is told beside the field; where the form does not ask for it, as a whole', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    const actor = await customerWith(100_000n);
    const ask = (command: typeof createWithdrawal | typeof summariseWithdrawal, amount = '100') =>
      command({ actor, ...asked(office, amount) });
    try {
      for (const command of [createWithdrawal, summariseWithdrawal]) {
        paying.unpayable = 'card';
        await expect(ask(command)).rejects.toMatchObject({ fields: { 'get.card': { key: 'invalid' } } });
        paying.unpayable = 'bank_id';
        await expect(ask(command)).rejects.toMatchObject({ code: 'withdrawal_not_set_up', fields: {} });
        await expect(ask(command, '')).rejects.toMatchObject({ fields: { amount: { key: 'required' } } });
      }
    } finally {
      resetPaying();
    }
    expect(await purse(actor)).toEqual({ balance: 100_000n, held: 0n });
  });

  it('takes no fee that was not told: a forged one, or one that has changed', async () => {
    const office = await makeWithdrawalOffice({ feeBps: 100 });
    const actor = await customerWith(100_000n);
    for (const told of ['0.00', '-1.00', '0.99', 'x'])
      await expect(createWithdrawal({ actor, ...asked(office, '100', { fee: told }) })).rejects.toMatchObject(
        {
          code: 'withdrawal_fee_changed',
          params: { fee: '1.00', asset: 'RUB' },
        },
      );
    expect(await summariseWithdrawal({ actor, ...asked(office, '100') })).toMatchObject({
      amount: '100.00',
      fee: '1.00',
      total: '101.00',
    });
  });

  it('never takes what the wallet has not, what is held, or what the reserve cannot pay', async () => {
    const office = await makeWithdrawalOffice({ feeUnits: 100n, reserveUnits: 30_000n });
    const actor = await customerWith(20_000n);
    const fee = { fee: '1.00' };
    await expect(createWithdrawal({ actor, ...asked(office, '200', fee) })).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '200.00', asset: 'RUB' },
    });
    await expect(summariseWithdrawal({ actor, ...asked(office, '200') })).rejects.toMatchObject({
      code: 'wallet_not_enough',
    });
    await createWithdrawal({ actor, ...asked(office, '199', fee) });
    await expect(createWithdrawal({ actor, ...asked(office, '0.01', fee) })).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '0.00' },
    });
    const rich = await customerWith(1_000_000n);
    await expect(createWithdrawal({ actor: rich, ...asked(office, '101.01', fee) })).rejects.toMatchObject({
      code: 'no_reserve',
      params: { available: '101.00', asset: 'RUB' },
    });
    expect(await purse(rich)).toEqual({ balance: 1_000_000n, held: 0n });
  });

  it('of a reserve for three, ten at once promise three', async () => {
    const office = await makeWithdrawalOffice({ reserveUnits: 30_000n });
    const people = await Promise.all(Array.from({ length: 10 }, () => customerWith(10_000n)));
    const all = await Promise.allSettled(
      people.map((actor) => createWithdrawal({ actor, ...asked(office, '100') })),
    );
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 7 }, () => 'no_reserve'));
  });

  it('keeps within the limit of the day, also where all are asked for at once', async () => {
    const office = await makeWithdrawalOffice({ day: 30_000n, feeUnits: 100n });
    const actor = await customerWith(1_000_000n);
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => createWithdrawal({ actor, ...asked(office, '99', { fee: '1.00' }) })),
    );
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 7 }, () => 'wallet_day_limit'));
    expect(await purse(actor)).toMatchObject({ held: 30_000n });
    // What was taken back counts no more.
    const { rows } = await ownWithdrawals({ actor });
    await cancelWithdrawal({ actor, withdrawalId: rows[0]?.id ?? '' });
    await createWithdrawal({ actor, ...asked(office, '99', { fee: '1.00' }) });
    shiftClock(25 * 3_600_000);
    await createWithdrawal({ actor, ...asked(office, '99', { fee: '1.00' }) });
  });

  it('is for people who are signed in, where the office allows it', async () => {
    const office = await makeWithdrawalOffice();
    const actor = await customerWith(100_000n);
    const form = () => asked(office, '100');
    await expect(createWithdrawal({ actor: guest(), ...form() })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    const settings = (value: object) =>
      query(`UPDATE settings SET value = $1 WHERE key = 'wallet'`, [JSON.stringify(value)]);
    const uses = { exchange: true, products: true, invoices: true, transfers: true, withdrawals: false };
    for (const [value, code] of [
      [{ on: false }, 'wallet_off'],
      [{ on: true, uses }, 'wallet_use_off'],
    ] as const) {
      await settings(value);
      await expect(createWithdrawal({ actor, ...form() })).rejects.toMatchObject({ code });
      await expect(summariseWithdrawal({ actor, ...form() })).rejects.toMatchObject({ code });
      await expect(withdrawalAssets(actor)).rejects.toMatchObject({ code });
    }
    await settings({ on: true });
    const closed: [string, string][] = [
      [`UPDATE payment_methods SET enabled = false WHERE id = $1`, 'enabled = true'],
      [`UPDATE payment_methods SET uses = '{exchange,topup}' WHERE id = $1`, `uses = '{withdrawal}'`],
      [`UPDATE payment_methods SET kind = 'wallet' WHERE id = $1`, `kind = 'bank'`],
    ];
    for (const [close, open] of closed) {
      await query(close, [office.bank.id]);
      await expect(createWithdrawal({ actor, ...form() })).rejects.toMatchObject({
        code: 'withdrawal_closed',
      });
      await query(`UPDATE payment_methods SET ${open} WHERE id = $1`, [office.bank.id]);
    }
    await query(`UPDATE wallet_assets SET enabled = false WHERE asset_code = 'RUB'`);
    await expect(createWithdrawal({ actor, ...form() })).rejects.toMatchObject({ code: 'withdrawal_closed' });
    await query(`UPDATE wallet_assets SET enabled = true WHERE asset_code = 'RUB'`);
    await createWithdrawal({ actor, ...form() });
  });

  it('is not offered by a system that is switched off or broken', async () => {
    const office = await makeWithdrawalOffice({ by: 'system' });
    const actor = await customerWith(100_000n);
    const codes = async () =>
      (await withdrawalAssets(actor)).flatMap(({ ways }) => ways.map(({ code }) => code));
    expect(await codes()).toContain(office.bank.code);
    for (const state of ['enabled = false', 'enabled = true, broken_at = now()']) {
      await query(`UPDATE system_connections SET ${state} WHERE id = $1`, [office.connectionId]);
      expect(await codes()).not.toContain(office.bank.code);
      await expect(createWithdrawal({ actor, ...asked(office, '100') })).rejects.toMatchObject({
        code: 'withdrawal_closed',
      });
    }
  });

  it('offers what is available, what it costs, and the most that can be withdrawn', async () => {
    const office = await makeWithdrawalOffice({ feeBps: 100, feeUnits: 500n, reserveUnits: 90_000n });
    const actor = await customerWith(50_000n);
    const [roubles] = (await withdrawalAssets(actor)).filter(({ asset }) => asset === 'RUB');
    expect(roubles).toMatchObject({ available: '500.00', held: '0.00' });
    expect(roubles?.ways.find(({ code }) => code === office.bank.code)).toMatchObject({
      byHand: true,
      feeBps: 100,
      fee: '5.00',
      most: '490.09',
      reserve: '900.00',
      fields: [{ key: 'card' }],
    });
  });
});
