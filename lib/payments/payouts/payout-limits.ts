import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';
import type { Connection } from '@/lib/payments/connection';
import type { PayoutRow, PayoutWait } from '@/lib/payments/payouts/payout-row';
import { officeSettings } from '@/lib/settings';

export type LockedMethod = {
  code: string;
  scale: number;
  connectionId: string | null;
  payoutsStopped: boolean;
  maxUnits: bigint | null;
  dayUnits: bigint | null;
};

/** The method with its limits. Locked: two workers count one day one after the other, and a switch waits for them. */
export async function lockMethod(tx: Tx, methodId: string): Promise<LockedMethod> {
  return tx.one<LockedMethod>(
    `SELECT m.code, a.scale, m.pay_out_connection_id AS "connectionId", m.payouts_stopped AS "payoutsStopped",
       m.payout_max_units AS "maxUnits", m.payout_day_units AS "dayUnits"
     FROM payment_methods m JOIN assets a ON a.code = m.asset_code WHERE m.id = $1 FOR NO KEY UPDATE OF m`,
    [methodId],
  );
}

/** Why the payout is not sent now, or null. Its method is locked by the same transaction. */
export async function whyItWaits(
  tx: Tx,
  payout: PayoutRow,
  method: LockedMethod,
  connection: Connection | null,
): Promise<PayoutWait | null> {
  if (await payoutsAreStopped(tx)) return 'stopped';
  if (method.payoutsStopped) return 'method_stopped';
  if (!connection?.system.payOut) return 'no_connection';
  if (!connection.enabled || connection.brokenAt !== null) return 'connection_off';
  if (method.maxUnits !== null && payout.amountUnits > method.maxUnits) return 'payment_limit';
  if (method.dayUnits === null) return null;
  const today = await sentToday(tx, payout.methodId);
  return today + payout.amountUnits > method.dayUnits ? 'day_limit' : null;
}

/** The switch for all. Its row is locked against change, so that whoever throws it knows that nothing follows. */
export async function payoutsAreStopped(tx: Tx): Promise<boolean> {
  await tx.query(`SELECT 1 FROM settings WHERE key = 'office' FOR SHARE`);
  return (await officeSettings(tx)).payoutsStopped;
}

/**
 * What the system has sent by the method since midnight UTC, or may have: only what certainly has not is left out, and
 * what people paid by hand.
 */
async function sentToday(tx: Tx, methodId: string): Promise<bigint> {
  const midnight = new Date(now());
  midnight.setUTCHours(0, 0, 0, 0);
  const { units } = await tx.one<{ units: bigint }>(
    `SELECT coalesce(sum(amount_units), 0)::bigint AS units FROM payouts
     WHERE method_id = $1 AND sent_at >= $2 AND system_code <> 'hand'
       AND status IN ('sending', 'pending', 'unknown', 'settled')`,
    [methodId, midnight],
  );
  return units;
}
