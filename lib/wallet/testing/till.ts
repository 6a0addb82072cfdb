import { randomUUID } from 'node:crypto';
import type { UserActor } from '@/lib/auth/actor';
import { topUpByCashier } from '@/lib/cashier/top-up-by-cashier';
import { writeOffByCashier } from '@/lib/cashier/write-off-by-cashier';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { registered, staff } from '@/lib/exchange/testing/office';
import { testAssets } from '@/lib/wallet/testing/wallets';

/** A cashier without a drawer, who may write off in every asset of the tests, without limits. */
export async function makeCashier({ senior = false } = {}): Promise<UserActor> {
  const actor = await registered(staff('cashier'));
  await query(
    `INSERT INTO cashiers (user_id, may_write_off, senior, has_drawer, created_at, created_by, updated_at)
     VALUES ($1, true, $2, false, $3, 'test', $3)`,
    [actor.userId, senior, now()],
  );
  await query('INSERT INTO cashier_limits (user_id, asset_code) SELECT $1, unnest($2::text[])', [
    actor.userId,
    Object.keys(testAssets),
  ]);
  return actor;
}

type Wish = { cashier: UserActor; number: string; asset: string; amount: string; key?: string };

/** Real money is taken and credited, against a receipt of its own. */
export function topUpAtTill({ cashier, number, asset, amount, key = randomUUID() }: Wish) {
  const receiptNumber = `R-${key}`;
  const input = { number, asset, amount, moneyKind: 'card', receiptNumber, comment: '', idempotencyKey: key };
  return topUpByCashier({ actor: cashier, input });
}

/** Money is taken back as a mistake. */
export function writeOffAtTill({ cashier, number, asset, amount, key = randomUUID() }: Wish) {
  const input = { number, asset, amount, reason: 'mistake', comment: 'counted twice', idempotencyKey: key };
  return writeOffByCashier({ actor: cashier, input });
}
