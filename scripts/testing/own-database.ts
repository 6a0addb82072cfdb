import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

// Runs before each database test file, ahead of its imports: the file gets a copy of the migrated database for
// itself, and `lib/db.ts` opens that one.
const template = inject('templateUrl');
const name = `test_${randomBytes(6).toString('hex')}`;
await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE kantor_template`));

const own = new URL(template);
own.pathname = `/${name}`;
process.env.DATABASE_URL = own.href;

afterAll(async () => {
  const { closeDatabase } = await import('@/lib/db');
  await closeDatabase();
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
});

/** PostgreSQL copies a database only while nobody is connected to it; another file's copying counts. */
async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const maintenance = new URL(template);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await work(client);
        return;
      } catch (error) {
        // Being copied, or just being vacuumed by the server itself, whose processes nobody else may end.
        const isBusy = error instanceof pg.DatabaseError && ['55006', '42501'].includes(error.code ?? '');
        if (!isBusy || attempt >= 50) throw error;
        await pause(100);
      }
    }
  } finally {
    await client.end();
  }
}
