import { now } from '@/lib/clock';
import { type Queryable, query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import { formatUnits } from '@/lib/money';
import { officeSettings } from '@/lib/settings';

/** What is limited by the day, a customer and an asset. */
export type WalletDayKind = 'topUp' | 'spend' | 'transfer' | 'withdraw';

type Day = { userId: string; asset: string; what: WalletDayKind };

/**
 * Throws `wallet_day_limit` (params: left, asset) if the customer has moved more today (office's time zone) than the
 * limit allows. Called after the posting, in its transaction: the wallet is locked by then, so that of several at once
 * each sees those before it. For `withdraw` the withdrawal's row must be there as well.
 */
export async function assertWalletDay(tx: Tx, day: Day): Promise<void> {
  const used = await usedToday(day, tx);
  if (used.limitUnits === null || used.units <= used.limitUnits) return;
  // The newest is the one that is refused here: what was left before it is told.
  const left = used.limitUnits - (used.units - used.newestUnits);
  fail('wallet_day_limit', {
    params: { left: formatUnits(left > 0n ? left : 0n, used.scale), asset: day.asset },
  });
}

/** What the customer can still move today, in units; null: any amount. Zero where wallets do not hold the asset. */
export async function walletDayLeft(day: Day, db: Queryable = { query }): Promise<bigint | null> {
  const { limitUnits, units } = await usedToday(day, db);
  if (limitUnits === null) return null;
  return units < limitUnits ? limitUnits - units : 0n;
}

type Used = { limitUnits: bigint | null; scale: number; units: bigint; newestUnits: bigint };

async function usedToday({ userId, asset, what }: Day, db: Queryable): Promise<Used> {
  const { timeZone } = await officeSettings(db);
  const [row] = await db.query<Used>(
    sqlOf[what],
    [userId, asset, now(), timeZone],
    `wallet_day_${what.toLowerCase()}`,
  );
  return row ?? { limitUnits: 0n, scale: 0, units: 0n, newestUnits: 0n };
}

const midnight = `(date_trunc('day', $3::timestamptz AT TIME ZONE $4) AT TIME ZONE $4)`;

const limitAnd = (column: string, moved: string) => `
WITH moved AS (${moved})
SELECT w.${column} AS "limitUnits", a.scale,
  (SELECT coalesce(sum(units), 0)::bigint FROM moved) AS units,
  coalesce((SELECT units FROM moved ORDER BY newest DESC LIMIT 1), 0)::bigint AS "newestUnits"
FROM wallet_assets w JOIN assets a ON a.code = w.asset_code WHERE w.asset_code = $2`;

const records = (kinds: string, isIn: boolean) => `
  SELECT abs(amount_units) AS units, entry_id AS newest FROM wallet_records
  WHERE user_id = $1 AND asset_code = $2 AND (amount_units > 0) = ${isIn} AND kind IN (${kinds}) AND at >= ${midnight}`;

// What a cashier or the office took back was none: after a slip the right amount can be credited the same day.
const toppedUp = `${records(`'top_up'`, true)} AND NOT EXISTS (SELECT FROM wallet_records back
    WHERE back.subject = wallet_records.subject AND back.user_id = $1 AND back.kind = 'reversal')`;

// A withdrawal that is only asked for holds its amount and has no record yet; one that was canceled moved nothing.
const withdrawals = `
  SELECT amount_units + fee_units AS units, created_at AS newest FROM withdrawals
  WHERE user_id = $1 AND asset_code = $2 AND status <> 'canceled' AND created_at >= ${midnight}`;

const sqlOf: Record<WalletDayKind, string> = {
  topUp: limitAnd('top_up_day_units', toppedUp),
  spend: limitAnd('spend_day_units', records(`'exchange_out', 'payment'`, false)),
  transfer: limitAnd('transfer_day_units', records(`'transfer_out'`, false)),
  withdraw: limitAnd('withdraw_day_units', withdrawals),
};
