import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '../migrate';
import { joinPostgres } from '../postgres';
import { makeRunDirectory } from '../testing/run-directory';

export type BenchDatabase = { url: string; remove(): Promise<void> };

/**
 * A fresh, migrated database: on the server of DATABASE_URL where that is given, else on an embedded PostgreSQL that
 * waits for the disk as a real one does. The application's environment is pointed at it.
 */
export async function makeBenchDatabase(poolSize: number): Promise<BenchDatabase> {
  const server = process.env.DATABASE_URL ? givenServer(process.env.DATABASE_URL) : await embeddedServer();
  const name = `kantor_bench_${randomBytes(4).toString('hex')}`;
  await once(server.adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  process.env.DATABASE_POOL_SIZE = String(poolSize);
  process.env.KANTOR_SECRET ||= randomBytes(32).toString('hex');
  process.env.AUTH_SECRET ||= randomBytes(32).toString('hex');
  process.env.LOG_LEVEL ||= 'error';
  return {
    url: url.href,
    async remove() {
      await once(server.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

function givenServer(adminUrl: string) {
  return { adminUrl, stop: async () => {} };
}

async function embeddedServer() {
  const dir = makeRunDirectory('bench');
  const cluster = await joinPostgres({ dir });
  return {
    adminUrl: cluster.adminUrl('postgres'),
    async stop() {
      await cluster.leave();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
