import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import { walletNumberOf } from '@/lib/wallet/open-wallet';
import type { TopUpWayKind } from '@/lib/wallet/top-up/top-up-row';
import { walletDayLeft } from '@/lib/wallet/wallet-day';
import { walletSettings } from '@/lib/wallet/wallet-settings';

/** So many payments of one customer's top-ups may be awaited at once: each keeps an amount, or details, from others. */
export const maxOpenPayments = 10;

/**
 * Makes top-ups of one customer wait for each other until the transaction ends, so that what is counted next is true.
 * The wallet's row is the lock.
 */
export async function lockTopUpsOf(tx: Tx, userId: string): Promise<void> {
  await walletNumberOf(userId, tx);
  await tx.query('SELECT FROM wallets WHERE user_id = $1 FOR NO KEY UPDATE', [userId], 'lock_wallet');
}

type Wanted = { userId: string; way: TopUpWayKind; asset: string; scale: number; creditedUnits: bigint };

/**
 * Throws `too_many_requests_waiting` (params: count) where as many as are allowed wait already, `wallet_day_limit`
 * (params: left, asset) where this one together with what is still awaited and what came today is more than the day's
 * limit. Money that comes nevertheless is credited all the same.
 */
export async function assertMayTopUp(tx: Tx, wanted: Wanted): Promise<void> {
  const { userId, way, asset, scale, creditedUnits } = wanted;
  const open = await tx.one<{ requests: bigint; payments: bigint; units: bigint }>(
    `SELECT count(*) FILTER (WHERE way = 'cashier') AS requests, count(*) FILTER (WHERE way <> 'cashier') AS payments,
       coalesce(sum(amount_units - fee_units) FILTER (WHERE asset_code = $2), 0)::bigint AS units
     FROM top_ups WHERE user_id = $1 AND (status = 'claimed' OR (status = 'waiting'
       AND (expires_at IS NULL OR expires_at > $3)))`,
    [userId, asset, now()],
  );
  const { maxOpenRequests } = await walletSettings(tx);
  const [count, most] =
    way === 'cashier' ? [open.requests, maxOpenRequests] : [open.payments, maxOpenPayments];
  if (count >= BigInt(most)) fail('too_many_requests_waiting', { params: { count: count.toString() } });
  const dayLeft = await walletDayLeft({ userId, asset, what: 'topUp' }, tx);
  if (dayLeft === null) return;
  const left = dayLeft > open.units ? dayLeft - open.units : 0n;
  if (creditedUnits > left) fail('wallet_day_limit', { params: { left: formatUnits(left, scale), asset } });
}
