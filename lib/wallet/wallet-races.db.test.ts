import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, query } from '@/lib/db';
import { newId } from '@/lib/ids';
import { houseAccount, walletAccount } from '@/lib/ledger/accounts';
import { postWallet } from './post-wallet';
import { inWallet, limitWallets, makeHolder, outcomesOf, switchWallets } from './testing/wallets';
import { assertWalletDay, walletDayLeft } from './wallet-day';
import { walletBalances, walletVersion } from './wallet-queries';
import { tellingWalletShortage } from './wallet-shortage';

beforeAll(() => switchWallets());

const spend = (userId: string, units: bigint, key: string = newId('ord')) =>
  tellingWalletShortage(() =>
    inTransaction((tx) =>
      postWallet(
        tx,
        {
          key,
          kind: 'receipt',
          subject: key,
          actor: 'test',
          postings: [
            { account: walletAccount(userId, 'RUB'), amountUnits: units },
            { account: houseAccount('obligations', 'RUB'), amountUnits: -units },
          ],
        },
        () => ({ kind: 'exchange_out' }),
      ),
    ),
  );

const linesOf = async (userId: string) => {
  const [row] = await query<{ lines: bigint; units: bigint }>(
    `SELECT count(*) AS lines, coalesce(sum(amount_units), 0)::bigint AS units FROM wallet_records WHERE user_id = $1`,
    [userId],
  );
  return row;
};

describe('at the same moment', () => {
  it('of a hundred spends of a balance that covers ten, ten succeed', async () => {
    const { userId } = await makeHolder({ RUB: 1_000n });
    const counts = await outcomesOf(Array.from({ length: 100 }, () => spend(userId, 100n)));
    expect(counts).toEqual({ ok: 10, wallet_not_enough: 90 });
    expect(await inWallet(userId, 'RUB')).toEqual({ units: 0n, held: 0n });
    expect(await linesOf(userId)).toEqual({ lines: 11n, units: 0n });
    await expect(spend(userId, 1n)).rejects.toMatchObject({ params: { available: '0.00', asset: 'RUB' } });
  });

  it('what is held is not spent', async () => {
    const { userId } = await makeHolder({ RUB: 1_000n });
    const account = walletAccount(userId, 'RUB');
    const hold = (step: 'place' | 'release') => ({
      key: randomUUID(),
      kind: 'hold',
      actor: 'test',
      postings: [],
      holds: [{ step, holdId: `hld_${userId}`, account, amountUnits: 700n }],
    });
    const before = await walletVersion(userId);
    await inTransaction((tx) => postWallet(tx, hold('place'), () => ({ kind: 'withdrawal' })));
    expect(await walletVersion(userId)).not.toBe(before);
    expect((await walletBalances(userId)).find(({ asset }) => asset === 'RUB')).toMatchObject({
      balanceUnits: 1_000n,
      heldUnits: 700n,
      availableUnits: 300n,
    });
    expect(await outcomesOf(Array.from({ length: 20 }, () => spend(userId, 100n)))).toEqual({
      ok: 3,
      wallet_not_enough: 17,
    });
    await inTransaction((tx) => postWallet(tx, hold('release'), () => ({ kind: 'withdrawal' })));
    await spend(userId, 700n);
    expect(await linesOf(userId)).toMatchObject({ lines: 5n, units: 0n });
  });

  it('the same posting a hundred times is one line', async () => {
    const { userId } = await makeHolder({ RUB: 1_000n });
    const key = newId('ord');
    expect(await outcomesOf(Array.from({ length: 100 }, () => spend(userId, 100n, key)))).toEqual({
      ok: 100,
    });
    expect(await linesOf(userId)).toEqual({ lines: 2n, units: 900n });
  });

  it('the limits of a day hold for what comes in and what goes out, apart from each other', async () => {
    const { userId } = await makeHolder({ RUB: 10_000n });
    await limitWallets('RUB', 'top_up_day', 11_000n);
    await limitWallets('RUB', 'spend_day', 500n);
    const within = (units: bigint, what: 'topUp' | 'spend') =>
      inTransaction(async (tx) => {
        await postWallet(
          tx,
          {
            key: randomUUID(),
            kind: 'test',
            actor: 'test',
            postings: [
              { account: walletAccount(userId, 'RUB'), amountUnits: -units },
              { account: houseAccount('written_off', 'RUB'), amountUnits: units },
            ],
          },
          () => ({ kind: what === 'topUp' ? 'top_up' : 'payment' }),
        );
        await assertWalletDay(tx, { userId, asset: 'RUB', what });
      });
    const runs = Array.from({ length: 30 }, (_, index) =>
      index % 2 ? within(100n, 'topUp') : within(-100n, 'spend'),
    );
    expect(await outcomesOf(runs)).toEqual({ ok: 15, wallet_day_limit: 15 });
    expect((await inWallet(userId, 'RUB')).units).toBe(10_000n + 1_000n - 500n);
    expect(await walletDayLeft({ userId, asset: 'RUB', what: 'spend' })).toBe(0n);
    expect(await walletDayLeft({ userId, asset: 'RUB', what: 'transfer' })).toBeNull();
    expect(await walletDayLeft({ userId, asset: 'NONE', what: 'topUp' })).toBe(0n);
    await limitWallets('RUB', 'top_up_day', null);
    await limitWallets('RUB', 'spend_day', null);
  });
});
