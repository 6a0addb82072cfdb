import { createHash } from 'node:crypto';
import { now } from '@/lib/clock';
import type { Tx } from '@/lib/db';

const keptMs = 60 * 60_000;

/**
 * Makes orders of one e-mail, and of one address, wait for each other until the transaction ends, so that the count
 * of open orders which follows is true. Rows of `rate_limits` are the locks (its clean-up removes them); e-mails and
 * addresses are hashed there. Sorted, so that two orders never hold what the other waits for.
 */
export async function lockOpenOrders(tx: Tx, who: { email: string; ip: string }): Promise<void> {
  const keys = [`email:${who.email}`, ...(who.ip === '' ? [] : [`ip:${who.ip}`])].map(lockKey).sort();
  await tx.query(
    `INSERT INTO rate_limits (key, points, expire) SELECT key, 1, $2 FROM unnest($1::text[]) AS key
     ON CONFLICT (key) DO UPDATE SET expire = excluded.expire`,
    [keys, now().getTime() + keptMs],
    'open_orders_lock',
  );
}

function lockKey(text: string): string {
  return `open-orders:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}
