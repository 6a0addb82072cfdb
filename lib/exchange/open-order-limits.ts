import { createHash } from 'node:crypto';
import { now } from '@/lib/clock';
import { query, type Tx } from '@/lib/db';
import { fail } from '@/lib/errors';
import type { OpenLimits } from '@/lib/exchange/insert-order';

const hourMs = 60 * 60_000;
const keptMs = hourMs;

/** How many times what may stand open may be given up unpaid within an hour. */
const roundsAnHour = 10;

/**
 * Every order sends letters, to a mailbox that nobody has proved to be his: made and canceled in turn, orders would
 * flood it, and the office's own. Paid ones do not count. Asked before the order is made; what runs beside it is
 * bounded by `lockOpenOrders`. Throws `too_many_requests` (params: seconds).
 */
export async function refuseGivenUpOrders(
  { email, ip }: { email: string; ip: string },
  { perEmail, perAddress }: OpenLimits,
): Promise<void> {
  const since = new Date(now().getTime() - hourMs);
  const given = (column: 'email' | 'ip') => `SELECT created_at FROM orders
    WHERE ${column} = $1 AND created_at > $2 AND status = 'canceled' AND received_units = 0
    ORDER BY created_at DESC LIMIT $3`;
  await Promise.all([
    refuse(given('email'), [email, since, perEmail * roundsAnHour]),
    ip !== '' && refuse(given('ip'), [ip, since, perAddress * roundsAnHour]),
  ]);
}

async function refuse(sql: string, params: [who: string, since: Date, most: number]): Promise<void> {
  const [, since, most] = params;
  const rows = await query<{ created_at: Date }>(sql, params);
  const oldest = rows[most - 1];
  if (!oldest) return;
  const seconds = Math.ceil((oldest.created_at.getTime() - since.getTime()) / 1000);
  fail('too_many_requests', { params: { seconds: String(Math.max(1, seconds)) } });
}

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
