import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { prepareLocks, takeLock } from './database-lock';

type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings the database to the newest migration and returns the names of those it applied. Each is one transaction.
 * Any number of servers may do this at once: whoever holds the row lock looks anew at what is still missing.
 * The record is Prisma's own, so `prisma migrate` works on the same database.
 *
 * Throws if a migration that has been applied was edited afterwards, or is unknown here (an older checkout).
 */
export async function migrate(databaseUrl: string, dir = 'prisma/migrations'): Promise<string[]> {
  const known = readMigrations(dir);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kantor migrate' });
  await client.connect();
  try {
    await prepareLocks(client);
    const applied: string[] = [];
    for (;;) {
      const name = await applyNext(client, known);
      if (name === null) return applied;
      applied.push(name);
    }
  } finally {
    await client.end();
  }
}

function readMigrations(dir: string): Migration[] {
  const names = existsSync(dir) ? readdirSync(dir).sort() : [];
  return names
    .map((name) => ({ name, file: path.join(dir, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Applies the first migration that is missing; `null` if none is. */
async function applyNext(client: pg.Client, known: Migration[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await takeLock(client, 'migrations');
    await client.query(createRecord);
    const recorded = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const done = new Map(recorded.rows.map((row) => [row.migration_name, row.checksum]));
    refuseForeignHistory(done, known);
    const next = known.find(({ name }) => !done.has(name));
    if (next !== undefined) await apply(client, next);
    await client.query('COMMIT');
    return next?.name ?? null;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

function refuseForeignHistory(done: Map<string, string>, known: Migration[]): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of done) {
    if (!checksums.has(name)) {
      throw new Error(
        `The database was migrated by a newer version of Kantor: it has "${name}", which is unknown here.`,
      );
    }
    if (checksums.get(name) !== checksum) {
      throw new Error(
        `The migration "${name}" was changed after it had been applied. Add a new one instead.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`The migration "${name}" failed; nothing of it was kept.`, { cause: error });
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  );
}

/** As Prisma makes it. */
const createRecord = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
