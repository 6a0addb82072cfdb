import { existsSync } from 'node:fs';
import pg from 'pg';
import { prepareLocks, takeLock } from './database-lock';

/**
 * Fills the demo's database once. A row is locked meanwhile, so of several servers one seeds and the others wait for
 * it; another row tells whether it came to its end.
 */
export async function seedOnce(): Promise<void> {
  const seed = await loadSeed();
  if (seed === null) return;
  const client = new pg.Client({
    connectionString: process.env.DATABASE_URL,
    application_name: 'kantor seed',
  });
  await client.connect();
  try {
    await prepareLocks(client);
    await client.query('BEGIN');
    await takeLock(client, 'seed');
    const progress = await readProgress(client);
    if (progress === 'done') return;
    if (progress === 'started')
      throw new Error('Filling the demo was interrupted. Give it an empty database.');
    console.log('Filling the demo (once) …');
    await recordProgress('started');
    await seed();
    await recordProgress('done');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function loadSeed(): Promise<(() => Promise<unknown>) | null> {
  const file = '../prisma/seed/index.ts';
  if (!existsSync(new URL(file, import.meta.url))) return null;
  return (await import(file)).seedDemo;
}

async function readProgress(client: pg.Client): Promise<string> {
  const found = await client.query<{ state: string }>(
    "SELECT state FROM maintenance.locks WHERE name = 'seed-progress'",
  );
  return found.rows[0]?.state ?? '';
}

/** On a connection of its own: it must outlive a crash, while the lock must not. */
async function recordProgress(state: 'started' | 'done'): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("UPDATE maintenance.locks SET state = $1 WHERE name = 'seed-progress'", [state]);
  } finally {
    await client.end();
  }
}

/** Whether seeding began in this database and nobody is at it any more: it holds half a demo and was never served. */
export async function wasSeedInterrupted(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await prepareLocks(client);
    await client.query('BEGIN');
    const lock = await client.query(
      "SELECT 1 FROM maintenance.locks WHERE name = 'seed' FOR UPDATE SKIP LOCKED",
    );
    return lock.rowCount === 1 && (await readProgress(client)) === 'started';
  } finally {
    await client.end();
  }
}

/** Whether this database is, or was to be, a demo: its accounts have passwords that everybody knows. */
export async function holdsDemo(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await readProgress(client)) !== '';
  } finally {
    await client.end();
  }
}
