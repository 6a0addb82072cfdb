import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { PrismaClient } from '@/prisma/generated/client';

/**
 * The two doors to the database:
 * - `prisma()` for pages' reads and plain changes of configuration;
 * - `inTransaction()` for every command that moves money, a status or a letter: one raw transaction, few round trips.
 *   (Prisma's interactive transactions cost four times as much and hold row locks that much longer.)
 */

type Shared = { pool?: pg.Pool; prisma?: PrismaClient };

const shared = processWide<Shared>('database', () => ({}));

/** int8 as bigint, numeric as text, timestamptz as Date: money never becomes a `number` on its way. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8 && format !== 'binary') return (text: string) => BigInt(text);
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** The process's connections. Asked directly on hot paths only. */
export function pool(): pg.Pool {
  if (!shared.pool) {
    shared.pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL_SIZE,
      connectionTimeoutMillis: env().DATABASE_WAIT_MS,
      idleTimeoutMillis: 30_000,
      application_name: 'kantor',
    });
    shared.pool.on('error', (error) => log.error({ err: error }, 'an idle database connection failed'));
  }
  return shared.pool;
}

/** How many may wait for each connection before new work had better be refused at once. */
const waitersPerConnection = 8;

/**
 * Whether more wait for a connection than can be served soon. Whoever comes now would wait long and be refused in
 * the end; refused at once he takes nothing from those who are served.
 */
export function isCrowded(): boolean {
  return pool().waitingCount > env().DATABASE_POOL_SIZE * waitersPerConnection;
}

export function prisma(): PrismaClient {
  shared.prisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return shared.prisma;
}

/** Closes everything, for the end of a process or a test. */
export async function closeDatabase(): Promise<void> {
  await shared.prisma?.$disconnect();
  await shared.pool?.end();
  shared.prisma = undefined;
  shared.pool = undefined;
}

export type Row = Record<string, unknown>;

/**
 * Anything that answers one SQL statement with rows. A long statement on a hot path is given a name: each connection
 * then parses and plans it once. One name, one text.
 */
export type Queryable = {
  /** Whether what is asked stands or falls together. */
  readonly isTransaction?: boolean;
  query<R extends Row = Row>(sql: string, params?: unknown[], name?: string): Promise<R[]>;
};

export type Tx = Queryable & {
  readonly isTransaction: true;
  /** The only row; throws if there is not exactly one. */
  one<R extends Row = Row>(sql: string, params?: unknown[]): Promise<R>;
  /** The row, or null if there is none. */
  maybeOne<R extends Row = Row>(sql: string, params?: unknown[]): Promise<R | null>;
  /** Hints to give once the transaction stands; lost if the process dies, so nothing may hang on them. */
  afterCommit(hint: () => void): void;
};

/** One statement outside a transaction. */
export async function query<R extends Row = Row>(
  sql: string,
  params: unknown[] = [],
  name?: string,
): Promise<R[]> {
  return (await pool().query<R>({ text: sql, values: params, types, name })).rows;
}

const retriable = new Set(['40001', '40P01']);
const maxAttempts = 6;

/**
 * Runs `work` in one transaction. Serialization failures and deadlocks are tried again, so `work` must change nothing
 * but the database; whatever it throws rolls back.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(work);
    } catch (error) {
      if (attempt >= maxAttempts || !isRetriable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }
}

function isRetriable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && retriable.has(error.code);
}

async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  const hints: (() => void)[] = [];
  let broken: Error | undefined;
  // A server that goes away tells a connection in use so by this event; unheard, it would end the process. The
  // statement under way fails by itself.
  const lost = (error: Error) => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query('BEGIN');
    const result = await work(transactionOn(client, hints));
    await client.query('COMMIT');
    for (const hint of hints) hint();
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

function transactionOn(client: pg.PoolClient, hints: (() => void)[]): Tx {
  const run = async <R extends Row>(sql: string, params: unknown[] = [], name?: string) =>
    (await client.query<R>({ text: sql, values: params, types, name })).rows;
  return {
    isTransaction: true,
    query: run,
    async one<R extends Row>(sql: string, params: unknown[] = []) {
      const rows = await run<R>(sql, params);
      const [row] = rows;
      if (!row || rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
      return row;
    },
    async maybeOne<R extends Row>(sql: string, params: unknown[] = []) {
      const rows = await run<R>(sql, params);
      if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`);
      return rows[0] ?? null;
    },
    afterCommit: (hint) => hints.push(hint),
  };
}
