import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { prepareDatabase } from '../embedded-database';
import { generateClient } from '../generate-client';
import { migrate } from '../migrate';
import { joinPostgres } from '../postgres';
import { makeRunDirectory } from './run-directory';

export type TestCluster = {
  dir: string;
  /** For the superuser, database `postgres`. */
  adminUrl: string;
  /** For the application's role; that database is migrated and otherwise empty. */
  url: string;
  stop(): Promise<void>;
};

/**
 * A PostgreSQL of its own with one migrated database, gone without a trace after `stop`. It does not wait for the
 * disk unless `settings` say so: nothing in it need survive a power cut, and a killed process loses nothing by that.
 */
export async function startTestCluster(
  kind: string,
  database: string,
  settings: string[] = ['fsync=off', 'full_page_writes=off'],
): Promise<TestCluster> {
  await generateClient();
  const dir = makeRunDirectory(kind);
  const cluster = await joinPostgres({ dir, settings });
  const stop = async () => {
    await cluster.leave();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const adminUrl = cluster.adminUrl('postgres');
    const password = randomBytes(24).toString('hex');
    const url = await prepareDatabase({ adminUrl, database, password, mayCreateDatabases: true });
    await migrate(url);
    return { dir, adminUrl, url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
