import { query } from '@/lib/db';

/** Whether a person was ever named a cashier: a suspended one is told so instead of finding no till at all. */
export async function wasCashier(userId: string): Promise<boolean> {
  const rows = await query('SELECT FROM cashiers WHERE user_id = $1', [userId], 'was_cashier');
  return rows.length > 0;
}
