import { now } from '@/lib/clock';
import { query } from '@/lib/db';
import { clearExpiredLimits } from '@/lib/rate-limit';

const day = 86_400_000;

/** Throws away what nobody will ask for again. Everything that tells of money, letters or people stays. */
export async function cleanUp(): Promise<void> {
  const at = now().getTime();
  const before = (days: number) => new Date(at - days * day);
  // A quote that made an order is part of that order's history.
  await query(
    'DELETE FROM quotes WHERE expires_at < $1 AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.quote_id = quotes.id)',
    [before(7)],
  );
  await query('DELETE FROM sessions WHERE expires_at < $1 OR revoked_at < $1', [before(30)]);
  await query('DELETE FROM auth_tokens WHERE expires_at < $1', [before(7)]);
  await query('DELETE FROM worker_beats WHERE beat_at < $1', [before(1)]);
  // What was not believed at the callback door says nothing about money once nobody looks into it any more.
  await query("DELETE FROM payment_notices WHERE verdict <> 'accepted' AND received_at < $1", [before(90)]);
  await clearExpiredLimits();
}
