import type { Actor } from '@/lib/auth/actor';
import { requireSecond } from '@/lib/cashier/till-reader';
import type { CollectedView } from '@/lib/cashier/till-types';
import { query } from '@/lib/db';
import { formatUnits } from '@/lib/money';

const shownMost = 50;

type Found = Omit<CollectedView, 'amount' | 'at' | 'cashier'> & {
  cashierId: string;
  cashierName: string;
  units: bigint;
  at: Date;
};

/** Cash on the way from drawers that a second person has to receive, oldest first, his own left in. Seniors and admins only. */
export async function waitingCollections(actor: Actor): Promise<CollectedView[]> {
  const { userId } = await requireSecond(actor);
  const rows = await query<Found>(
    `SELECT m.id, m.cashier_id AS "cashierId", coalesce(nullif(u.name, ''), u.email) AS "cashierName",
       m.cashier_id = $1 AS own, m.asset_code AS asset, a.scale, -m.amount_units AS units, m.note, m.created_at AS at
     FROM drawer_moves m JOIN users u ON u.id = m.cashier_id JOIN assets a ON a.code = m.asset_code
     WHERE m.decided_at IS NULL ORDER BY m.created_at, m.id LIMIT ${shownMost}`,
    [userId],
    'waiting_collections',
  );
  return rows.map(({ cashierId, cashierName, units, at, ...row }) => ({
    ...row,
    cashier: { id: cashierId, name: cashierName },
    amount: formatUnits(units, row.scale),
    at: at.toISOString(),
  }));
}
