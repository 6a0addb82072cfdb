import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { reverseOperation } from '@/lib/cashier/reverse-operation';
import { query } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { addReserve } from '@/lib/exchange/testing/office';
import { theOrder } from '@/lib/exchange/testing/orders';
import { expectAllInOrder } from '@/lib/exchange/testing/traces';
import { makeWalletOffice, makeWalletOrder } from '@/lib/exchange/testing/wallet-office';
import type { DoorOffice } from '@/lib/payments/testing/door';
import { makeCashier, topUpAtTill, writeOffAtTill } from './testing/till';
import { inWallet, makeHolder, outcomesOf, type TestAsset, type TestHolder } from './testing/wallets';
import { transferBetweenWallets } from './transfer';
import { cancelWithdrawal } from './withdrawal/cancel-withdrawal';
import { createWithdrawal } from './withdrawal/create-withdrawal';

// Nobody's hands are as fast: how often one may is tried elsewhere.
vi.mock('@/lib/rate-limit', async (original) => ({
  ...(await original<typeof import('@/lib/rate-limit')>()),
  limit: async () => {},
}));

const workers = 20;
const steps = 1_000;
// Read with the first connection: each worker has one of his own.
process.env.DATABASE_POOL_SIZE = String(workers + 4);

/** What people may be told; anything else is a defect. */
const refusals = ['wallet_not_enough', 'wallet_own', 'operation_moved', 'withdrawal_moved'];

let office: DoorOffice;
let cashiers: UserActor[];
let senior: UserActor;
let holders: TestHolder[];
/** What must be in all wallets together, by what was done. */
const net: Record<TestAsset, bigint> = { RUB: 0n, USDT: 0n };
/** Top-ups that may be taken back, withdrawals that may be canceled. */
const done: {
  operations: { id: string; asset: TestAsset; kopecks: bigint }[];
  withdrawals: [string, UserActor][];
} = { operations: [], withdrawals: [] };

beforeAll(async () => {
  office = await makeWalletOffice();
  await query(
    `UPDATE payment_methods SET uses = '{exchange,withdrawal}', pay_out_connection_id = NULL WHERE id = $1`,
    [office.bank.id],
  );
  await addReserve(office.bank.id, 1_000_000_000n);
  [cashiers, senior, holders] = [
    [await makeCashier(), await makeCashier()],
    await makeCashier({ senior: true }),
    await Promise.all(Array.from({ length: 6 }, () => makeHolder())),
  ];
});

afterAll(expectAllInOrder);

function pick<T>(from: readonly T[]): T {
  const one = from[randomInt(from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

const moves = {
  async top_up() {
    const [{ number }, asset] = [pick(holders), pick(['RUB', 'USDT'] as const)];
    const kopecks = BigInt(randomInt(1, 100_000));
    const { operationId } = await topUpAtTill({
      cashier: pick(cashiers),
      number,
      asset,
      amount: decimal(kopecks),
    });
    net[asset] += inUnits(kopecks, asset);
    done.operations.push({ id: operationId, asset, kopecks });
  },
  async write_off() {
    const [{ number }, asset] = [pick(holders), pick(['RUB', 'USDT'] as const)];
    const kopecks = BigInt(randomInt(1, 60_000));
    await writeOffAtTill({ cashier: pick(cashiers), number, asset, amount: decimal(kopecks) });
    net[asset] -= inUnits(kopecks, asset);
  },
  async reversal() {
    const operation = done.operations.shift();
    if (!operation) return;
    await reverseOperation({
      actor: senior,
      input: { operationId: operation.id, reason: 'a slip of the hand' },
    });
    net[operation.asset] -= inUnits(operation.kopecks, operation.asset);
  },
  async transfer() {
    const [from, to, asset] = [pick(holders), pick(holders), pick(['RUB', 'USDT'] as const)];
    const amount = decimal(BigInt(randomInt(1, 50_000)));
    const idempotencyKey = randomUUID();
    // Sent twice, as a hand does that has pressed and heard nothing.
    const send = () =>
      transferBetweenWallets({ actor: from.actor, number: to.number, asset, amount, idempotencyKey });
    await Promise.all([send(), send()]);
  },
  async exchange() {
    const { actor } = pick(holders);
    const give = decimal(BigInt(randomInt(1, 500)) * 100n);
    const { orderId } = await makeWalletOrder({ from: 'WALLETRUB', to: 'WALLETUSDT', give, actor });
    const { giveUnits, getUnits, status } = await theOrder(orderId);
    expect(status).toBe('completed');
    net.RUB -= giveUnits;
    net.USDT += getUnits;
  },
  async withdrawal() {
    const { actor } = pick(holders);
    const kopecks = BigInt(randomInt(1, 40_000));
    const { withdrawalId } = await createWithdrawal({
      actor,
      methodCode: office.bank.code,
      amount: decimal(kopecks),
      requisites: { card: '4111 1111 1111 1111' },
      fee: '0.00',
      idempotencyKey: randomUUID(),
    });
    done.withdrawals.push([withdrawalId, actor]);
  },
  async withdrawal_back() {
    const [withdrawalId, actor] = done.withdrawals.shift() ?? [];
    if (withdrawalId === undefined || !actor) return;
    await cancelWithdrawal({ actor, withdrawalId });
  },
};

const decimal = (kopecks: bigint) => `${kopecks / 100n}.${(kopecks % 100n).toString().padStart(2, '0')}`;
const inUnits = (kopecks: bigint, asset: TestAsset) => (asset === 'RUB' ? kopecks : kopecks * 10_000n);

describe('commands at random from 20 connections', () => {
  it('leave no wallet below zero, nothing made or lost, every withdrawal held, and the books closed', async () => {
    const seen = new Map<string, number>();
    const names = Object.keys(moves) as (keyof typeof moves)[];
    let left = steps;
    const work = async () => {
      while (left > 0) {
        left -= 1;
        const name = pick([...names, 'top_up', 'transfer'] as const);
        const outcome = await moves[name]().then(() => name, refusalOf);
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    const sums = { RUB: 0n, USDT: 0n };
    let held = 0n;
    for (const { userId } of holders) {
      for (const asset of ['RUB', 'USDT'] as const) {
        const wallet = await inWallet(userId, asset);
        expect(wallet.units).toBeGreaterThanOrEqual(wallet.held);
        sums[asset] += wallet.units;
        held += wallet.held;
      }
    }
    expect(sums).toEqual(net);
    const [promised] = await query<{ units: bigint }>(
      `SELECT coalesce(sum(amount_units + fee_units), 0)::bigint AS units FROM withdrawals WHERE status = 'in_progress'`,
    );
    expect(held).toBe(promised?.units);
    // What never happened was never tried.
    for (const name of names) expect([...seen.keys()]).toContain(name);
    expect([...seen.keys()]).toContain('wallet_not_enough');
  });

  it('of a hundred at once for a balance that covers ten, ten are done', async () => {
    const { actor, number } = await makeHolder({ RUB: 100_000n });
    const other = await makeHolder();
    const ways = [
      () => writeOffAtTill({ cashier: pick(cashiers), number, asset: 'RUB', amount: '100' }),
      () => makeWalletOrder({ from: 'WALLETRUB', to: 'WALLETUSDT', give: '100', actor }),
      () =>
        transferBetweenWallets({
          actor,
          number: other.number,
          asset: 'RUB',
          amount: '100',
          idempotencyKey: randomUUID(),
        }),
      () =>
        createWithdrawal({
          actor,
          methodCode: office.bank.code,
          amount: '100',
          requisites: { card: '4111 1111 1111 1111' },
          fee: '0.00',
          idempotencyKey: randomUUID(),
        }),
    ];
    const counts = await outcomesOf(
      Array.from({ length: 100 }, (_, index) => (ways[index % 4] ?? ways[0])?.() ?? Promise.reject()),
    );
    expect(counts).toEqual({ ok: 10, wallet_not_enough: 90 });
    const { units, held } = await inWallet(actor.userId, 'RUB');
    expect(units).toBe(held);
  });
});

function refusalOf(error: unknown): string {
  if (error instanceof AppError && refusals.includes(error.code)) return error.code;
  throw error;
}
