import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMinutes, now, shiftClock } from '@/lib/clock';
import { query } from '@/lib/db';
import { cancelByCustomer } from '@/lib/exchange/cancel-by-customer';
import { createOrder } from '@/lib/exchange/create-order';
import { createQuote } from '@/lib/exchange/create-quote';
import { expireOrders } from '@/lib/exchange/expire-orders';
import { guest, theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import {
  makeWalletOffice,
  makeWalletOrder,
  paymentIdOf,
  walletBody,
} from '@/lib/exchange/testing/wallet-office';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { payFromWallet } from '@/lib/wallet/pay-from-wallet';
import {
  inWallet,
  limitWallets,
  makeHolder,
  moveWallet,
  outcomesOf,
  switchWallets,
  type TestHolder,
} from '@/lib/wallet/testing/wallets';

vi.mock(
  '@/lib/payments/registry',
  async () => (await import('@/lib/payments/testing/paying-registry')).payingRegistry,
);

let office: DoorOffice;
let holder: TestHolder;

beforeEach(async () => {
  office = await makeWalletOffice();
  holder = await makeHolder({ RUB: 100_000n });
});

afterEach(async () => {
  shiftClock(0);
  await expectAllInOrder();
});

const sides = { from: 'WALLETRUB', to: 'WALLETUSDT' };
const order = (give = '100', pay = true) => makeWalletOrder({ ...sides, give, pay, actor: holder.actor });
const rub = async () => (await inWallet(holder.userId, 'RUB')).units;
const pay = (paymentId: string, actor = holder.actor) => payFromWallet({ paymentId, actor });
const ordersOf = async () =>
  (await query('SELECT id FROM orders WHERE customer_id = $1', [holder.userId])).length;

/** An order that waits to be paid. */
async function unpaid(give?: string): Promise<{ orderId: string; secret: string; paymentId: string }> {
  const { orderId, secret } = await order(give, false);
  return { orderId, secret, paymentId: await paymentIdOf(orderId) };
}

describe('one press of the form', () => {
  it('makes nothing where the wallet has less, and says what there is', async () => {
    await expect(order('1000.01')).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '1000.00', asset: 'RUB' },
    });
    expect(await ordersOf()).toBe(0);
    expect(await rub()).toBe(100_000n);
    await order('1000');
    expect(await rub()).toBe(0n);
  });

  it('twice, or in two tabs at once, is one order and one payment', async () => {
    const quote = await createQuote({ ...sides, side: 'give', amount: '100' });
    const body = walletBody(quote.id, { ...sides, actor: holder.actor });
    const made = await Promise.all(Array.from({ length: 10 }, () => createOrder(body)));
    expect(new Set(made.map(({ orderId }) => orderId)).size).toBe(1);
    expect(await rub()).toBe(90_000n);
    const another = createOrder({ ...body, email: 'another@example.com' });
    await expect(another).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  });

  it('a hundred times, twenty at once, over a balance for ten succeeds ten times', async () => {
    // Each round is what so many connections hold: more would only wait for one of them.
    const counts: Record<string, number> = {};
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await outcomesOf(Array.from({ length: 20 }, () => order()));
      for (const [code, count] of Object.entries(outcomes)) counts[code] = (counts[code] ?? 0) + count;
    }
    expect(counts).toEqual({ ok: 10, wallet_not_enough: 90 });
    expect(await rub()).toBe(0n);
    expect((await inWallet(holder.userId, 'USDT')).units).toBe(10_000_000n);
    expect(await ordersOf()).toBe(10);
  });

  it('is refused to a guest, on either side, before anything is made', async () => {
    const into = { from: office.bank.code, to: 'WALLETRUB' };
    for (const pair of [sides, into])
      await expect(makeWalletOrder({ ...pair, give: '100', actor: guest() })).rejects.toMatchObject({
        code: 'wallet_sign_in',
      });
  });

  it('counts for the day, and nothing is made beyond it', async () => {
    await limitWallets('RUB', 'spend_day', 25_000n);
    await order('200');
    await expect(order('100')).rejects.toMatchObject({
      code: 'wallet_day_limit',
      params: { left: '50.00', asset: 'RUB' },
    });
    expect(await ordersOf()).toBe(1);
    expect(await outcomesOf([order('50'), order('50'), order('50')])).toEqual({ ok: 1, wallet_day_limit: 2 });
    expect(await rub()).toBe(75_000n);
  });
});

describe('what has changed since the calculation', () => {
  it.each([
    ['wallets are off', () => switchWallets({ on: false }), 'wallet_off'],
    ['no exchange any more', () => switchWallets({ uses: { exchange: false } }), 'wallet_use_off'],
    ['the asset is closed', () => closeAsset('RUB'), 'wallet_asset_off'],
    ['the other asset is closed', () => closeAsset('USDT'), 'wallet_asset_off'],
  ])('is told: %s', async (_what, change, code) => {
    const quote = await createQuote({ ...sides, side: 'give', amount: '100' });
    await change();
    const late = createOrder(walletBody(quote.id, { ...sides, actor: holder.actor }));
    await expect(late).rejects.toMatchObject({ code });
    await expect(createQuote({ ...sides, side: 'give', amount: '100' })).rejects.toMatchObject({
      code: 'direction_closed',
    });
    expect(await rub()).toBe(100_000n);
    await switchWallets({});
  });

  it.each([
    ['wallets are off', () => switchWallets({ on: false }), 'wallet_off'],
    ['no exchange any more', () => switchWallets({ uses: { exchange: false } }), 'wallet_use_off'],
    ['the asset is closed', () => closeAsset('RUB'), 'wallet_asset_off'],
  ])('stops an order that waits to be paid: %s', async (_what, change, code) => {
    const { paymentId } = await unpaid();
    await change();
    await expect(pay(paymentId)).rejects.toMatchObject({ code });
    expect(await rub()).toBe(100_000n);
    await switchWallets({});
  });
});

describe('paying an order that was made before', () => {
  it('pays it once, however often it is pressed', async () => {
    const { orderId, paymentId } = await unpaid();
    expect(await outcomesOf(Array.from({ length: 20 }, () => pay(paymentId)))).toEqual({ ok: 20 });
    expect(await pay(paymentId)).toBe('already');
    expect(await rub()).toBe(90_000n);
    expect((await theOrder(orderId)).status).toBe('completed');
  });

  it('tells what is missing and leaves the order to be paid', async () => {
    const { orderId, paymentId } = await unpaid('800');
    await moveWallet(holder.userId, 'RUB', -50_000n);
    await expect(pay(paymentId)).rejects.toMatchObject({
      code: 'wallet_not_enough',
      params: { available: '500.00' },
    });
    expect(await theOrder(orderId)).toMatchObject({ status: 'in_progress', receivedUnits: 0n });
    await moveWallet(holder.userId, 'RUB', 50_000n);
    expect(await pay(paymentId)).toBe('paid');
  });

  it('is no matter of anybody else: not found, and kept for the office', async () => {
    const { orderId, paymentId } = await unpaid();
    const other = await makeHolder({ RUB: 1_000_000n });
    await expect(pay(paymentId, other.actor)).rejects.toMatchObject({ code: 'not_found' });
    await expect(payFromWallet({ paymentId, actor: guest() })).rejects.toMatchObject({
      code: 'not_signed_in',
    });
    await expect(pay('pay_0000000000000000')).rejects.toMatchObject({ code: 'not_found' });
    const audits = await query(
      `SELECT actor_id AS id FROM audit_records WHERE action = 'wallet.refused' AND subject = $1`,
      [paymentId],
    );
    expect(audits).toEqual([{ id: other.userId }]);
    expect((await inWallet(other.userId, 'RUB')).units).toBe(1_000_000n);
    expect((await theOrder(orderId)).receivedUnits).toBe(0n);
  });

  it('is refused to a crowd of strangers without a lock, so that its owner pays meanwhile', async () => {
    const { paymentId } = await unpaid();
    const { actor } = await makeHolder();
    const strangers = outcomesOf(Array.from({ length: 60 }, () => pay(paymentId, actor)));
    expect(await pay(paymentId)).toBe('paid');
    expect(await strangers).toEqual({ not_found: 60 });
  });

  it('is refused of what no wallet pays', async () => {
    const { orderId } = await makeWalletOrder({
      from: office.bank.code,
      to: 'WALLETRUB',
      give: '100',
      actor: holder.actor,
    });
    await expect(pay(await paymentIdOf(orderId))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('comes too late for what is over or given up', async () => {
    const late = await unpaid();
    shiftClock(addMinutes(now(), 120).getTime() - now().getTime());
    await expect(pay(late.paymentId)).rejects.toMatchObject({ code: 'order_expired' });
    await expireOrders();
    await expect(pay(late.paymentId)).rejects.toMatchObject({ code: 'order_expired' });
    shiftClock(0);
    const gone = await unpaid();
    await cancelByCustomer({ orderId: gone.orderId, reader: { secret: gone.secret }, actor: holder.actor });
    await expect(pay(gone.paymentId)).rejects.toMatchObject({ code: 'move_not_allowed' });
    expect(await rub()).toBe(100_000n);
  });

  it('at the moment it is canceled is either paid or canceled', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { orderId, secret, paymentId } = await unpaid('10');
      const before = await rub();
      await outcomesOf([
        pay(paymentId),
        cancelByCustomer({ orderId, reader: { secret }, actor: holder.actor }),
      ]);
      const { status } = await theOrder(orderId);
      expect(before - (await rub())).toBe(status === 'completed' ? 1_000n : 0n);
      expect(['completed', 'canceled']).toContain(status);
    }
  });
});

function closeAsset(asset: string) {
  return query('UPDATE wallet_assets SET enabled = false WHERE asset_code = $1', [asset]);
}
