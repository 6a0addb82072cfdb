import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { addReserve, makeOffice, type TestOffice } from '@/lib/exchange/testing/office';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import { newId } from '@/lib/ids';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import { makeCashier } from '@/lib/wallet/testing/till';
import {
  inWallet,
  makeHolder,
  switchWallets,
  type TestAsset,
  type TestHolder,
} from '@/lib/wallet/testing/wallets';
import { type KillableServer, killableServer } from '@/scripts/testing/killable-server';
import { cookieOf, outcomeOf, type Press, press, pressUntilAnswered } from './support/server-actions';
import { counted } from './support/wallet-counts';
import {
  exchangePress,
  reversePress,
  type Signed,
  tillPress,
  transferPress,
  withdrawPress,
} from './support/wallet-presses';

const connections = 20;
const stormMs = 25_000;

let server: KillableServer;
let office: TestOffice;
let cashiers: Signed<{ actor: UserActor }>[];
let senior: Signed<{ actor: UserActor }>;

beforeAll(async () => {
  office = await makeOffice();
  await switchWallets();
  await query(
    `UPDATE payment_methods SET uses = '{exchange}', default_type = 'automatic' WHERE kind = 'wallet'`,
  );
  await query(`UPDATE payment_methods SET uses = '{exchange,withdrawal}' WHERE id = $1`, [office.bank.id]);
  await addReserve(office.bank.id, 1_000_000_000n);
  await query(
    `INSERT INTO directions (id, from_method_id, to_method_id, rate_kind, fixed_in, fixed_out, type, created_at, updated_at)
     SELECT $1, f.id, t.id, 'fixed', '100', '1', 'automatic', $2, $2
     FROM payment_methods f, payment_methods t WHERE f.code = 'WALLETRUB' AND t.code = 'WALLETUSDT'`,
    [newId('dir'), now()],
  );
  cashiers = [await signedIn({ actor: await makeCashier() }), await signedIn({ actor: await makeCashier() })];
  senior = await signedIn({ actor: await makeCashier({ senior: true }) });
  server = await killableServer();
  await server.start();
});

afterAll(() => server?.stop());

async function signedIn<T extends { actor: UserActor }>(who: T): Promise<Signed<T>> {
  return { ...who, cookie: await cookieOf(who.actor.userId) };
}

const holder = async (funds: Partial<Record<TestAsset, bigint>> = {}): Promise<Signed<TestHolder>> =>
  signedIn(await makeHolder(funds));

function pick<T>(from: readonly T[]): T {
  const one = from[randomInt(from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

async function allAtOnce(presses: Press[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const pressed of await Promise.all(presses.map((one) => pressUntilAnswered(server.url, one)))) {
    const outcome = outcomeOf(pressed);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

describe('wallets over HTTP', () => {
  it('of a hundred spends at once of a balance that covers ten, ten are done', async () => {
    const [anna, boris] = [await holder({ RUB: 100_000n }), await holder()];
    const amount = { asset: 'RUB', amount: '100' };
    const presses = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        if (index % 4 === 0) return transferPress(anna, boris, amount);
        if (index % 4 === 1) return (await exchangePress(anna, '100')).press;
        if (index % 4 === 2)
          return tillPress(pick(cashiers), 'write_off', { ...amount, number: anna.number });
        return withdrawPress(anna, office.bank.code, '100');
      }),
    );
    expect(await allAtOnce(presses)).toEqual({ done: 10, wallet_not_enough: 90 });
    const { units, held } = await inWallet(anna.userId, 'RUB');
    expect(units).toBe(held);
  });

  it('one page pressed in forty tabs is one operation: a transfer, an exchange, a top-up, a withdrawal', async () => {
    const [anna, boris] = [await holder({ RUB: 100_000n }), await holder()];
    const [amount, { number }] = [{ asset: 'RUB', amount: '10' }, anna];
    const before = await counted();
    for (const one of [
      await transferPress(anna, boris, amount),
      (await exchangePress(anna, '100')).press,
      tillPress(pick(cashiers), 'top_up', { ...amount, number }),
      withdrawPress(anna, office.bank.code, '10'),
    ]) {
      expect(await allAtOnce(Array.from({ length: 40 }, () => one)), one.action[1]).toEqual({ done: 40 });
    }
    expect(await counted()).toEqual(before.map((count) => count + 1n));
    expect(await inWallet(anna.userId, 'RUB')).toEqual({
      units: 100_000n - 1_000n - 10_000n + 1_000n,
      held: 1_000n,
    });
  });

  it('an answer that is lost after the press leaves one operation, however often it is tried again', async () => {
    const [anna, boris] = [await holder({ RUB: 100_000n }), await holder()];
    for (let round = 1; round <= 20; round += 1) {
      const one = await transferPress(anna, boris, { asset: 'RUB', amount: '1' });
      const leaving = new AbortController();
      // Not waited for: a fetch that is given up while it reads may never say so.
      press(server.url, { ...one, signal: leaving.signal }).catch(() => {});
      await pause(1 + 3 * round);
      leaving.abort();
      expect(outcomeOf(await pressUntilAnswered(server.url, one))).toBe('done');
    }
    expect((await inWallet(boris.userId, 'RUB')).units).toBe(2_000n);
  });

  it('nobody moves money by a form that is not his', async () => {
    const [anna, boris] = [await holder({ RUB: 1_000n }), await holder()];
    const { number } = boris;
    const amount = { asset: 'RUB', amount: '5' };
    const own = pick(cashiers);
    const ownNumber = await walletNumberOf(own.actor.userId);
    const suspended = await signedIn({ actor: await makeCashier() });
    await query('UPDATE cashiers SET suspended_at = now() WHERE user_id = $1', [suspended.actor.userId]);
    const refused: [Press, string][] = [
      [tillPress(anna, 'top_up', { ...amount, number }), 'cashier_off'],
      [tillPress(anna, 'write_off', { ...amount, number }), 'cashier_off'],
      [tillPress({ cookie: '' }, 'top_up', { ...amount, number }), 'not_signed_in'],
      [tillPress(suspended, 'top_up', { ...amount, number }), 'cashier_off'],
      [tillPress(own, 'top_up', { ...amount, number: ownNumber }), 'cashier_own_wallet'],
      [tillPress(own, 'write_off', { ...amount, number: ownNumber }), 'cashier_own_wallet'],
      [tillPress(own, 'top_up', { asset: 'RUB', amount: '0.0001', number }), 'invalid_input'],
      [tillPress(own, 'top_up', { asset: 'BTC', amount: '1', number }), 'cashier_asset'],
      // Another person's sealed page is none of his.
      [{ ...(await transferPress(anna, boris, amount)), cookie: boris.cookie }, 'invalid_input'],
    ];
    const before = await counted();
    for (const [one, code] of refused) {
      expect(outcomeOf(await press(server.url, one)), `${one.action[1]} ${code}`).toBe(code);
    }
    expect(await counted()).toEqual(before);
    expect((await inWallet(anna.userId, 'RUB')).units).toBe(1_000n);
    expect((await inWallet(boris.userId, 'RUB')).units).toBe(0n);
  });

  it('at random from 20 connections: none below zero, nothing made or lost, the books closed', async () => {
    const holders = await Promise.all(Array.from({ length: 12 }, () => holder()));
    const net: Record<TestAsset, bigint> = { RUB: 0n, USDT: 0n };
    const toppedUp: { operationId: string; units: bigint }[] = [];
    const seen = new Map<string, number>();
    const isDone = async (name: string, one: Press) => {
      const pressed = await pressUntilAnswered(server.url, one);
      const outcome = `${name} ${outcomeOf(pressed)}`;
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      return outcomeOf(pressed) === 'done' ? pressed : null;
    };
    const moves = {
      async topUp() {
        const kopecks = randomInt(1_000, 100_000);
        const one = tillPress(pick(cashiers), 'top_up', { ...rub(kopecks), number: pick(holders).number });
        const pressed = await isDone('top-up', one);
        const operationId = /operations\/(tlo_\w+)/.exec(pressed?.redirect ?? '')?.[1];
        if (!operationId) return;
        net.RUB += BigInt(kopecks);
        toppedUp.push({ operationId, units: BigInt(kopecks) });
      },
      async writeOff() {
        const kopecks = randomInt(1, 60_000);
        const one = tillPress(pick(cashiers), 'write_off', { ...rub(kopecks), number: pick(holders).number });
        if (await isDone('write-off', one)) net.RUB -= BigInt(kopecks);
      },
      async reversal() {
        const operation = toppedUp.shift();
        if (operation && (await isDone('reversal', reversePress(senior, operation.operationId))))
          net.RUB -= operation.units;
      },
      async transfer() {
        const one = await transferPress(pick(holders), pick(holders), rub(randomInt(1, 50_000)));
        await Promise.all([isDone('transfer', one), isDone('transfer', one)]);
      },
      async exchange() {
        const { press: one, quoteId } = await exchangePress(pick(holders), String(randomInt(1, 500)));
        if (!(await isDone('exchange', one))) return;
        const [order] = await query<{ give: bigint; get: bigint }>(
          `SELECT give_units AS give, get_units AS get FROM orders WHERE quote_id = $1 AND status = 'completed'`,
          [quoteId],
        );
        net.RUB -= order?.give ?? 0n;
        net.USDT += order?.get ?? 0n;
      },
      async withdrawal() {
        await isDone(
          'withdrawal',
          withdrawPress(pick(holders), office.bank.code, rub(randomInt(1, 9_000)).amount),
        );
      },
    };
    const until = Date.now() + stormMs;
    const names = [...Object.keys(moves), 'topUp', 'transfer'] as (keyof typeof moves)[];
    const work = async () => {
      while (Date.now() < until) await moves[pick(names)]();
    };
    await Promise.all(Array.from({ length: connections }, work));
    const sums = { RUB: 0n, USDT: 0n };
    for (const { userId } of holders) {
      for (const asset of ['RUB', 'USDT'] as const) {
        const { units, held } = await inWallet(userId, asset);
        expect(units).toBeGreaterThanOrEqual(held);
        sums[asset] += units;
      }
    }
    expect(sums).toEqual(net);
    const told =
      /^[a-z-]+ (done|wallet_not_enough|wallet_own|wallet_day_limit|too_many_requests|operation_moved)$/;
    expect([...seen.keys()].filter((outcome) => !told.test(outcome))).toEqual([]);
    // What never happened was never tried.
    for (const name of ['top-up', 'write-off', 'reversal', 'transfer', 'exchange', 'withdrawal'])
      expect([...seen.keys()]).toContain(`${name} done`);
  });

  it('leaves everything whole', async () => {
    await expectAllInOrder();
  });
});

const rub = (kopecks: number) => ({
  asset: 'RUB',
  amount: `${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`,
});
