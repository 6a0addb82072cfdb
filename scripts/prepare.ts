import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dropDatabase, prepareDatabase } from './embedded-database';
import { type Environment, prepareEnvironment } from './environment';
import { generateClient } from './generate-client';
import { withLock } from './lock.mjs';
import { migrate } from './migrate';
import { joinPostgres } from './postgres';
import { holdsDemo, wasSeedInterrupted } from './seed-once';

export type Prepared = Environment & {
  isEmbedded: boolean;
  /** Leaves the embedded database; does nothing for one of your own. */
  release(): Promise<void>;
};

/** Everything up to a migrated database: environment, PostgreSQL, Prisma client. `DATABASE_URL` is set afterwards. */
export async function prepare(): Promise<Prepared> {
  const environment = await prepareEnvironment();
  const isEmbedded = !process.env.DATABASE_URL;
  const release = isEmbedded ? await embeddedDatabase(environment.dataDir) : async () => {};
  try {
    await generateClient();
    const applied = await migrate(process.env.DATABASE_URL ?? '');
    if (environment.kantorEnv === 'production' && (await holdsDemo(process.env.DATABASE_URL ?? ''))) {
      throw new Error(
        'Kantor does not start in production: this database holds the demo and its known passwords.',
      );
    }
    if (applied.length > 0) console.log(`Migrated: ${applied.join(', ')}`);
  } catch (error) {
    await release();
    throw error;
  }
  return { ...environment, isEmbedded, release };
}

async function embeddedDatabase(dataDir: string): Promise<() => Promise<void>> {
  console.log('Starting the embedded PostgreSQL …');
  const cluster = await joinPostgres({ dir: dataDir });
  const access = {
    adminUrl: cluster.adminUrl('postgres'),
    database: 'kantor',
    password: await applicationPassword(dataDir),
  };
  const url = await prepareDatabase(access);
  if (await wasSeedInterrupted(url)) {
    await dropDatabase(access);
    await prepareDatabase(access);
  }
  process.env.DATABASE_URL = url;
  return cluster.leave;
}

async function applicationPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'database-password');
  return await withLock(`${file}.lock`, () => {
    if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  });
}
