import { type Actor, requireRole } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';
import type { Localized } from '@/lib/exchange/types';
import { formatUnits } from '@/lib/money';

/** A method that a system pays out by, with its limits and what has gone out today (UTC). */
export type PayoutMethod = {
  id: string;
  titles: Localized;
  asset: string;
  stopped: boolean;
  sentToday: string;
  dayLimit: string | null;
  paymentLimit: string | null;
  approvalFrom: string | null;
};

type FoundMethod = {
  id: string;
  titles: Localized;
  asset: string;
  scale: number;
  stopped: boolean;
  sent: bigint;
  day: bigint | null;
  max: bigint | null;
  approval: bigint | null;
};

/** Methods that something was paid out by, or may be: for the list's filter. Whoever may enter the desk. */
export async function payoutMethodChoices(actor: Actor): Promise<{ id: string; titles: Localized }[]> {
  requireRole(actor, ...deskRoles);
  return query(
    `SELECT m.id, m.titles FROM payment_methods m
     WHERE m.pay_out_connection_id IS NOT NULL OR 'withdrawal' = ANY (m.uses)
       OR EXISTS (SELECT FROM payouts p WHERE p.method_id = m.id) ORDER BY m.sort, m.code`,
  );
}

/** The methods that pay out by a system. Whoever may enter the desk. */
export async function payoutMethods(actor: Actor): Promise<PayoutMethod[]> {
  requireRole(actor, ...deskRoles);
  const midnight = new Date(now());
  midnight.setUTCHours(0, 0, 0, 0);
  const rows = await query<FoundMethod>(
    `SELECT m.id, m.titles, a.code AS asset, a.scale, m.payouts_stopped AS stopped, m.payout_day_units AS day,
       m.payout_max_units AS max, m.payout_approval_units AS approval,
       (SELECT coalesce(sum(p.amount_units), 0)::bigint FROM payouts p WHERE p.method_id = m.id AND p.sent_at >= $1
          AND p.system_code <> 'hand' AND p.status IN ('sending', 'pending', 'unknown', 'settled')) AS sent
     FROM payment_methods m JOIN assets a ON a.code = m.asset_code
     WHERE m.pay_out_connection_id IS NOT NULL ORDER BY m.sort, m.code`,
    [midnight],
  );
  return rows.map(({ id, titles, asset, scale, stopped, sent, day, max, approval }) => {
    const told = (units: bigint | null) => (units === null ? null : formatUnits(units, scale));
    return {
      id,
      titles,
      asset,
      stopped,
      sentToday: formatUnits(sent, scale),
      dayLimit: told(day),
      paymentLimit: told(max),
      approvalFrom: told(approval),
    };
  });
}
