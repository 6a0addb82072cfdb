import { setTimeout as pause } from 'node:timers/promises';
import { query } from '@/lib/db';

/** Ends once somebody waits for a lock in the test's own database. Throws after ten seconds in which nobody does. */
export async function untilWaiting(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const waiting = await query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' LIMIT 1`,
    );
    if (waiting.length > 0) return;
    await pause(20);
  }
  throw new Error('nobody waits for a lock');
}
