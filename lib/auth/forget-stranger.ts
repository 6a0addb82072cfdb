import type { Queryable } from '@/lib/db';

/**
 * Whoever had an account before the mailbox was proved may have been a stranger who waits for its owner to take it
 * over: a card of his among the saved requisites would be paid to one day. Name, phone and requisites are forgotten.
 */
export async function forgetStranger(db: Queryable, userId: string): Promise<void> {
  await db.query('DELETE FROM saved_requisites WHERE user_id = $1', [userId]);
  await db.query(`UPDATE users SET name = '', phone = NULL WHERE id = $1`, [userId]);
}
