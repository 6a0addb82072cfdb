import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { query } from '@/lib/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

export type CopyOut = {
  /** The file's bytes as the database writes them. Rejects if the copy breaks; not asked, the database waits. */
  chunks: AsyncIterator<Uint8Array>;
  /** After the last chunk: ends the snapshot and tells the number of rows. */
  finish(): Promise<number>;
  /** Ends the statement and the connection at once; `chunks` rejects. Does nothing a second time. */
  stop(): void;
};

/**
 * A connection of its own: an export may last minutes and must not keep the pages' connections from them.
 * `name` is told to PostgreSQL, where all servers see it.
 */
export async function openExportConnection(name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // A broken connection rejects what is under way; without a listener it would end the process as well.
  client.on('error', (error) => log.warn({ err: error }, 'the connection of an export broke'));
  await client.connect();
  return client;
}

/**
 * Starts `COPY … TO STDOUT` in a read-only transaction with one snapshot, times told in the given zone. It takes no
 * lock that a posting could wait for. The connection is used up: it ends with `finish` or `stop`.
 */
export async function startCopy(client: pg.Client, sql: string, timeZone: string): Promise<CopyOut> {
  // Not every platform can: there a statement whose reader died ends at its next row instead.
  await client.query('SET client_connection_check_interval = 2000').catch(() => {});
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(settings(timeZone));
  const [backend] = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows;
  const stream = client.query(copyTo(sql));
  let ended = false;
  return {
    chunks: stream[Symbol.asyncIterator](),
    async finish() {
      await client.query('COMMIT');
      ended = true;
      await client.end();
      return stream.rowCount;
    },
    stop() {
      if (ended) return;
      ended = true;
      if (backend) query('SELECT pg_cancel_backend($1)', [backend.pid]).catch(warn);
      stream.destroy(new Error('the export was stopped'));
      client.end().catch(warn);
    },
  };
}

/**
 * No time limit of the database's: ours tears the download, so that nobody takes half a file for a whole one. One
 * process, so that postings keep theirs; index order is cheap enough to begin at once instead of sorting first.
 */
function settings(timeZone: string): string {
  return `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
    SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off; SET LOCAL random_page_cost = 1.1;
    SET LOCAL TimeZone = ${pg.escapeLiteral(timeZone)}`;
}

function warn(error: unknown): void {
  log.warn({ err: error }, 'an export did not end in order');
}
