import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export type MaintenanceLock = 'migrations' | 'seed';

/**
 * Makes the rows that `takeLock` locks. They lie in a schema of their own, so that Prisma does not see them as drift.
 * Rows rather than advisory locks: those are missing in the distributed engines and behind pooling proxies.
 */
export async function prepareLocks(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`
        CREATE SCHEMA IF NOT EXISTS maintenance;
        CREATE TABLE IF NOT EXISTS maintenance.locks (name TEXT PRIMARY KEY, state TEXT NOT NULL DEFAULT '');
        INSERT INTO maintenance.locks (name) VALUES ('migrations'), ('seed'), ('seed-progress') ON CONFLICT DO NOTHING;
      `);
      return;
    } catch (error) {
      if (attempt >= 10 || !wasRace(error)) throw error;
      await pause(50 * attempt);
    }
  }
}

/** `IF NOT EXISTS` still collides when two processes create the same thing at the same moment. */
function wasRace(error: unknown): boolean {
  const codes = ['23505', '42P06', '42P07', '42710', '40001', '40P01', 'XX000'];
  return error instanceof pg.DatabaseError && codes.includes(error.code ?? '');
}

/** Waits for the lock and holds it until the present transaction ends. */
export async function takeLock(client: pg.Client, name: MaintenanceLock): Promise<void> {
  await client.query('SELECT 1 FROM maintenance.locks WHERE name = $1 FOR UPDATE', [name]);
}
