import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lettersTo } from '@/lib/auth/testing';
import { shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { staff } from '@/lib/exchange/testing/office';
import { findWallet } from './find-wallet';
import {
  inWallet,
  limitWallets,
  makeHolder,
  moveWallet,
  outcomesOf,
  switchWallets,
  type TestHolder,
} from './testing/wallets';
import { transferBetweenWallets, type WalletTransferInput } from './transfer';
import { formatWalletNumber } from './wallet-number';
import { walletHistory } from './wallet-queries';

let anna: TestHolder;
let boris: TestHolder;

beforeEach(async () => {
  await switchWallets();
  anna = await makeHolder({ RUB: 100_000n }, 'Anna Kantor');
  boris = await makeHolder({}, 'Boris B');
});

afterEach(() => shiftClock(0));

const send = (given: Partial<WalletTransferInput> = {}, from = anna) =>
  transferBetweenWallets({
    actor: from.actor,
    number: boris.number,
    asset: 'RUB',
    amount: '10',
    comment: '',
    idempotencyKey: randomUUID(),
    ...given,
  });

const refusal = (field: string, key: string) => ({ code: 'invalid_input', fields: { [field]: { key } } });

const lettersOf = (to: TestHolder) =>
  query<{ props: object }>('SELECT props FROM letters WHERE to_address = $1', [to.actor.email]);

describe('a transfer between wallets', () => {
  it('moves the amount, tells both in their histories and by letter', async () => {
    await query('UPDATE users SET email_confirmed_at = now() WHERE id = $1', [boris.userId]);
    const sent = await send({
      number: formatWalletNumber(boris.number),
      amount: '250,50',
      comment: ' For tea ',
    });
    expect(sent).toMatchObject({ asset: 'RUB', amount: '250.50', replayed: false });
    expect((await inWallet(anna.userId, 'RUB')).units).toBe(74_950n);
    expect((await inWallet(boris.userId, 'RUB')).units).toBe(25_050n);
    const [out] = (await walletHistory(anna.actor)).lines;
    expect(out).toMatchObject({
      kind: 'transfer_out',
      amount: '-250.50',
      balanceAfter: '749.50',
      subject: sent.id,
      details: { counterparty: formatWalletNumber(boris.number), comment: 'For tea' },
    });
    const [come] = (await walletHistory(boris.actor)).lines;
    expect(come).toMatchObject({
      kind: 'transfer_in',
      amount: '250.50',
      balanceAfter: '250.50',
      details: { counterparty: formatWalletNumber(anna.number), comment: 'For tea' },
    });
    expect(await lettersTo(anna.actor.email)).toEqual(['wallet_transfer_out']);
    expect(await lettersTo(boris.actor.email)).toEqual(['wallet_transfer_in']);
    const [letter] = await lettersOf(boris);
    const told = { amount: '250.50', balance: '250.50', name: 'Boris B', comment: 'For tea' };
    expect(letter?.props).toMatchObject(told);
  });

  it('sends no words that people chose to a mailbox that nobody has proved', async () => {
    await send({ comment: 'Your money is blocked: evil.example' });
    const [letter] = await lettersOf(boris);
    expect(letter?.props).toMatchObject({ amount: '10.00', name: '' });
    expect(JSON.stringify(letter?.props)).not.toMatch(/evil|Boris/);
  });

  it('under one key sent a hundred times at once is one, and every answer is the same', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 100 }, () => send({ idempotencyKey })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect((await inWallet(boris.userId, 'RUB')).units).toBe(1_000n);
    expect(await lettersTo(boris.actor.email)).toHaveLength(1);
  });

  it('under one key with other contents is refused, and done is done though wallets are off by now', async () => {
    const idempotencyKey = randomUUID();
    const first = await send({ idempotencyKey });
    for (const other of [{ amount: '11' }, { comment: 'x' }, { asset: 'USDT' }, { number: anna.number }]) {
      await expect(send({ idempotencyKey, ...other })).rejects.toMatchObject({
        code: 'idempotency_mismatch',
      });
    }
    await switchWallets({ on: false });
    expect(await send({ idempotencyKey })).toEqual({ ...first, replayed: true });
    // The key is Anna's own: with Boris it is another one.
    await switchWallets();
    await moveWallet(boris.userId, 'RUB', 5_000n);
    expect(await send({ idempotencyKey, number: anna.number }, boris)).toMatchObject({ replayed: false });
  });

  it('is refused where wallets, transfers or the asset are off', async () => {
    await switchWallets({ on: false });
    await expect(send()).rejects.toMatchObject({ code: 'wallet_off' });
    await switchWallets({ uses: { exchange: true, products: true, invoices: true, withdrawals: true } });
    await expect(send()).rejects.toMatchObject({ code: 'wallet_use_off' });
    await switchWallets();
    await expect(send({ asset: 'DOGE' })).rejects.toMatchObject({ code: 'wallet_asset_off' });
    await query(`UPDATE wallet_assets SET enabled = false WHERE asset_code = 'USDT'`);
    await expect(send({ asset: 'USDT' })).rejects.toMatchObject({ code: 'wallet_asset_off' });
    await query('UPDATE wallet_assets SET enabled = true');
  });

  it('is refused for what is no amount, out of bounds, or more than there is', async () => {
    await limitWallets('RUB', 'transfer_min', 500n);
    await limitWallets('RUB', 'transfer_max', 50_000n);
    for (const [amount, key] of [
      ['0', 'amountPositive'],
      ['-10', 'amount'],
      ['10.0001', 'amountDecimals'],
      ['0.001', 'amountDecimals'],
      ['1e2', 'amount'],
      ['', 'required'],
      ['4.99', 'amountLeast'],
      ['500.01', 'amountMost'],
      ['9'.repeat(60), 'amount'],
    ]) {
      await expect(send({ amount }), amount).rejects.toMatchObject({
        code: 'invalid_input',
        fields: { amount: { key } },
      });
    }
    await limitWallets('RUB', 'transfer_max', null);
    await expect(send({ amount: '1000.01' })).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '1000.00', asset: 'RUB' },
    });
    await limitWallets('RUB', 'transfer_min', null);
    expect(await lettersTo(anna.actor.email)).toEqual([]);
  });

  it('is refused to oneself, to nobody, to a number with a slip, to somebody switched off', async () => {
    await expect(send({ number: anna.number })).rejects.toMatchObject({ code: 'wallet_own' });
    const slip = `${boris.number.slice(0, 9)}${(Number(boris.number[9]) + 1) % 10}`;
    await expect(send({ number: slip })).rejects.toMatchObject(refusal('number', 'walletNumber'));
    await expect(send({ number: '' })).rejects.toMatchObject(refusal('number', 'required'));
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', [boris.userId]);
    await expect(send()).rejects.toMatchObject({ code: 'wallet_unknown' });
  });

  it('is for the signed-in, with texts that no page or letter breaks on', async () => {
    await expect(
      transferBetweenWallets({
        actor: { kind: 'guest', ip: '192.0.2.1' },
        number: boris.number,
        asset: 'RUB',
        amount: '1',
        idempotencyKey: 'k',
      }),
    ).rejects.toMatchObject({ code: 'not_signed_in' });
    for (const comment of ['a\u0000b', '\ud800', 'x\u202Ey']) {
      await expect(send({ comment })).rejects.toMatchObject(refusal('comment', 'badCharacters'));
    }
    await expect(send({ comment: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(send({ idempotencyKey: '' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('the limit of a day', () => {
  it('is not exceeded by transfers at once, and begins anew at the office’s midnight', async () => {
    await limitWallets('RUB', 'transfer_day', 5_000n);
    const counts = await outcomesOf(Array.from({ length: 40 }, () => send()));
    expect(counts).toEqual({ ok: 5, wallet_day_limit: 35 });
    expect((await inWallet(boris.userId, 'RUB')).units).toBe(5_000n);
    await expect(send({ amount: '0.01' })).rejects.toMatchObject({
      code: 'wallet_day_limit',
      params: { left: '0.00', asset: 'RUB' },
    });
    shiftClock(86_400_000);
    await send({ amount: '49' });
    await expect(send({ amount: '2' })).rejects.toMatchObject({ params: { left: '1.00', asset: 'RUB' } });
    await limitWallets('RUB', 'transfer_day', null);
    await send({ amount: '2' });
  });

  it('is of each customer: what one has used is nothing to another', async () => {
    await limitWallets('RUB', 'transfer_day', 1_000n);
    await send();
    const clara = await makeHolder({ RUB: 2_000n });
    await send({}, clara);
    await expect(send({}, clara)).rejects.toMatchObject({ code: 'wallet_day_limit' });
    await limitWallets('RUB', 'transfer_day', null);
  });
});

describe('whose wallet a number is', () => {
  it('is asked by one person thirty times in ten minutes, and by staff as often as work needs', async () => {
    const ask = (actor = anna.actor) => findWallet(actor, boris.number);
    expect(await ask()).toEqual({ userId: boris.userId, number: boris.number, maskedName: 'Boris B.' });
    // A slip is told without a look-up and costs nothing.
    await outcomesOf(Array.from({ length: 50 }, () => findWallet(anna.actor, '1111111111')));
    const counts = await outcomesOf(Array.from({ length: 40 }, () => ask()));
    expect(counts).toEqual({ ok: 29, too_many_requests: 11 });
    await ask((await makeHolder()).actor);
    const cashier = staff('cashier');
    expect(await outcomesOf(Array.from({ length: 100 }, () => ask(cashier)))).toEqual({ ok: 100 });
  });

  it('is told of people who are switched off to staff alone', async () => {
    await query('UPDATE users SET disabled_at = now() WHERE id = $1', [boris.userId]);
    await expect(findWallet(anna.actor, boris.number)).rejects.toMatchObject({ code: 'wallet_unknown' });
    expect((await findWallet(staff('cashier'), boris.number)).userId).toBe(boris.userId);
  });
});
