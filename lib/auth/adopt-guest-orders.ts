import type { Queryable } from '@/lib/db';

/**
 * Gives a person the orders he made as a guest. To be called only where he has proved that the address is his:
 * whoever owns the mailbox may see these orders anyhow, as their links were sent there.
 */
export async function adoptGuestOrders(
  db: Queryable,
  { userId, email }: { userId: string; email: string },
): Promise<number> {
  const adopted = await db.query(
    'UPDATE orders SET customer_id = $1 WHERE email = $2 AND customer_id IS NULL RETURNING id',
    [userId, email],
  );
  return adopted.length;
}
