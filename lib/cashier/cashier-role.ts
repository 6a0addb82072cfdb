import type { Tx } from '@/lib/db';

/**
 * Gives or takes the role `cashier`: only the list of cashiers does, so that the role and the list never contradict
 * each other. Counts with the person's next request.
 */
export async function setCashierRole(tx: Tx, userId: string, held: boolean): Promise<void> {
  await tx.query(
    held
      ? `UPDATE users SET roles = array_append(roles, 'cashier') WHERE id = $1 AND NOT 'cashier' = ANY (roles)`
      : `UPDATE users SET roles = array_remove(roles, 'cashier') WHERE id = $1`,
    [userId],
  );
}
