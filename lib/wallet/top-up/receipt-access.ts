import { type Actor, hasRole } from '@/lib/auth/actor';
import { query } from '@/lib/db';
import { deskRoles } from '@/lib/exchange/mover';

/**
 * Whether the reader may see a receipt that belongs to a top-up: its customer, the desk, and for a request every cashier
 * who is at work and could credit it. What was decided is read by the operation that it became.
 */
export async function mayReadTopUpReceipt(fileId: string, actor: Actor): Promise<boolean> {
  if (actor.kind !== 'user') return false;
  const [row] = await query<{ userId: string; forCashier: boolean }>(
    `SELECT t.user_id AS "userId", t.way = 'cashier' AND t.status IN ('waiting', 'claimed') AND EXISTS (SELECT FROM cashiers k
       JOIN cashier_limits l ON l.user_id = k.user_id AND l.asset_code = t.asset_code
       WHERE k.user_id = $2 AND k.suspended_at IS NULL) AS "forCashier"
     FROM top_ups t WHERE t.receipt_file_id = $1`,
    [fileId, actor.userId],
    'top_up_receipt',
  );
  if (!row) return false;
  if (row.userId === actor.userId || hasRole(actor, ...deskRoles)) return true;
  return row.forCashier && hasRole(actor, 'cashier');
}
