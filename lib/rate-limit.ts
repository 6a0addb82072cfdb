import { createHash } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/db';
import { env } from '@/lib/env';
import { fail } from '@/lib/errors';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

export type LimitRule = {
  /** How often in the window. */
  points: number;
  /** Length of the window, which begins with the first time. */
  seconds: number;
};

/** Of the time that work waits for a connection at most: a limit must not be what a request hangs on. */
const shareOfWait = 1 / 5;

const limiters = processWide('limiters', () => new Map<string, RateLimiterPostgres>());

/**
 * Counts one time of `name` for `key` (an address, an account) over all servers. Throws `too_many_requests` with
 * `seconds` to wait. If the database is slow to answer, this process counts by itself meanwhile.
 */
export async function limit(name: string, key: string, rule: LimitRule): Promise<void> {
  try {
    await limiterOf(name, rule).consume(shortKey(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    fail('too_many_requests', { params: { seconds: String(seconds) } });
  }
}

/** Takes one counted time back: only failures are to count, but they must be counted before they are known. */
export async function giveBack(name: string, key: string, rule: LimitRule): Promise<void> {
  await limiterOf(name, rule).reward(shortKey(key)).catch(ignore);
}

/** Begins to count anew. */
export async function forgetLimit(name: string, key: string, rule: LimitRule): Promise<void> {
  await limiterOf(name, rule).delete(shortKey(key)).catch(ignore);
}

/** Whom an address stands for: in IPv6 one customer holds a whole /64, so that counts as one. */
export function addressKey(ip: string): string {
  const mapped = ip.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  if (isIPv4(mapped)) return mapped;
  if (!isIPv6(ip)) return 'unknown';
  const [head = '', tail] = ip.split('%')[0]?.toLowerCase().split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const middle = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...middle, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function limiterOf(name: string, { points, seconds }: LimitRule): RateLimiterPostgres {
  const id = `${name}:${points}:${seconds}`;
  const known = limiters.get(id);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: impatient(),
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  });
  limiters.set(id, limiter);
  return limiter;
}

/** The pool, but a slow answer is an error. */
function impatient() {
  return {
    query: (statement: pg.QueryConfig) => {
      // Unnamed: prepared statements would not survive a pooler in front of the database.
      const answer = pool().query({ text: statement.text, values: statement.values });
      let timer: NodeJS.Timeout;
      const late = new Promise<never>((_resolve, reject) => {
        const tooSlow = new Error('the database was too slow for a limit');
        timer = setTimeout(() => reject(tooSlow), env().DATABASE_WAIT_MS * shareOfWait);
      });
      answer.catch((error) => log.warn({ err: error, statement: 'rate limit' }, 'a limit was not counted'));
      return Promise.race([answer, late]).finally(() => clearTimeout(timer));
    },
  };
}

/** Personal data is not kept as a key, and a key of any length fits the column. */
function shortKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

function ignore(error: unknown): void {
  log.warn({ err: error }, 'a limit was not changed');
}

/** Removes what has run out. For the clean-up job. */
export async function clearExpiredLimits(): Promise<void> {
  await pool().query('DELETE FROM rate_limits WHERE expire < $1', [Date.now()]);
}
