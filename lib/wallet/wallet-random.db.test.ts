import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { houseAccount, walletAccount } from '@/lib/ledger/accounts';
import { reconcile } from '@/lib/ledger/reconcile';
import { formatUnits } from '@/lib/money';
import { postWallet } from './post-wallet';
import {
  inWallet,
  makeHolder,
  moveWallet,
  switchWallets,
  type TestAsset,
  type TestHolder,
  testAssets,
} from './testing/wallets';
import { transferBetweenWallets } from './transfer';
import { tellingWalletShortage } from './wallet-shortage';

const workers = 20;
// Read with the first connection: each worker has one of his own.
process.env.DATABASE_POOL_SIZE = String(workers + 4);

beforeAll(() => switchWallets());

type Step = {
  do: 'top_up' | 'write_off' | 'exchange' | 'transfer';
  who: number;
  whom: number;
  asset: TestAsset;
  units: bigint;
};

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('top_up', 'write_off', 'exchange', 'transfer', 'transfer'),
  who: fc.nat(5),
  whom: fc.nat(5),
  asset: fc.constantFrom('RUB', 'USDT'),
  units: fc.bigInt({ min: 1n, max: 400n }),
});

/** What a customer, or the office, may be told; anything else is a defect. */
const refusals = ['wallet_not_enough', 'wallet_own'];

type World = { holders: TestHolder[]; net: Record<TestAsset, bigint> };

async function run(world: World, { who, whom, asset, units, ...wanted }: Step): Promise<void> {
  const [holder, other] = [world.holders[who], world.holders[whom]];
  if (!holder || !other) throw new Error('nobody');
  if (wanted.do === 'top_up') {
    await moveWallet(holder.userId, asset, units);
    world.net[asset] += units;
  } else if (wanted.do === 'write_off') {
    await tellingWalletShortage(() => moveWallet(holder.userId, asset, -units));
    world.net[asset] -= units;
  } else if (wanted.do === 'exchange') {
    const to = asset === 'RUB' ? 'USDT' : 'RUB';
    await tellingWalletShortage(() => exchange(holder.userId, asset, to, units));
    world.net[asset] -= units;
    world.net[to] += units * 3n;
  } else {
    await transferBetweenWallets({
      actor: holder.actor,
      number: other.number,
      asset,
      amount: formatUnits(units, testAssets[asset]),
      idempotencyKey: randomUUID(),
    });
  }
}

/** From one wallet of a person into another one, in one transfer, as an order of wallets on both sides ends. */
function exchange(userId: string, from: TestAsset, to: TestAsset, units: bigint) {
  return inTransaction((tx) =>
    postWallet(
      tx,
      {
        key: randomUUID(),
        kind: 'completion',
        actor: 'test',
        postings: [
          { account: walletAccount(userId, from), amountUnits: units },
          { account: houseAccount('liquidity', from), amountUnits: -units },
          { account: houseAccount('liquidity', to), amountUnits: units * 3n },
          { account: walletAccount(userId, to), amountUnits: -units * 3n },
        ],
      },
      (_, asset) => ({ kind: asset === from ? 'exchange_out' : 'exchange_in' }),
    ),
  );
}

describe('at random from 20 connections', () => {
  it('balances equal entries, none is below zero, the books close, and nothing appears or vanishes', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 150, maxLength: 400, size: 'max' }), async (steps) => {
        const holders = await Promise.all(Array.from({ length: 6 }, () => makeHolder()));
        const world: World = { holders, net: { RUB: 0n, USDT: 0n } };
        const queue = [...steps];
        const work = async () => {
          for (let next = queue.shift(); next; next = queue.shift()) {
            const outcome = await run(world, next).then(() => `${next?.do} done`, refusalOf);
            seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
          }
        };
        await Promise.all(Array.from({ length: workers }, work));
        const sums = { RUB: 0n, USDT: 0n };
        for (const { userId } of holders) {
          for (const asset of ['RUB', 'USDT'] as const) {
            const { units, held } = await inWallet(userId, asset);
            expect(units).toBeGreaterThanOrEqual(0n);
            expect(held).toBe(0n);
            sums[asset] += units;
          }
        }
        expect(sums).toEqual(world.net);
        expect((await reconcile()).findings).toEqual([]);
      }),
      { numRuns: 6 },
    );
    // What never happened was never tried.
    for (const kind of ['top_up', 'write_off', 'exchange', 'transfer']) {
      expect([...seen.keys()]).toContain(`${kind} done`);
    }
    expect([...seen.keys()]).toContain('wallet_not_enough');
  });
});

function refusalOf(error: unknown): string {
  if (error instanceof AppError && refusals.includes(error.code)) return error.code;
  throw error;
}
