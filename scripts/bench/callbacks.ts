import { parseArgs } from 'node:util';
import { type Callback, paidOrders } from '@/e2e/faults/support/callbacks';
import { closeDatabase, query } from '@/lib/db';
import { startAppServer } from '../app-server';
import { ensureBuild } from '../build';
import { freePort } from '../free-port';
import { makeBenchDatabase } from './ledger-database';

/**
 * One callback at the door (verified, kept, its job queued, answered) against a route handler that does nothing, one
 * after the other in this one run, over HTTP against the production build; then the same while the queue behind the
 * door is long and busy:
 *   npx tsx scripts/bench/callbacks.ts [--runs 300] [--queue 20000] [--dist .build/…]
 * Ends with 1 if the median callback takes 20 ms or more in either case.
 */
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    queue: { type: 'string', default: '20000' },
    dist: { type: 'string' },
  },
});
const runs = Number(options.runs);
const longestMs = 20;
const sides = ['callback', 'repeated', 'forged', 'empty'] as const;

const distDir = options.dist ?? (await ensureBuild());
const database = await makeBenchDatabase(16);
try {
  await main();
} finally {
  await closeDatabase();
  await database.remove();
}

async function main(): Promise<void> {
  const { office, callbacks } = await paidOrders(runs * 2 + 20);
  await query(`DELETE FROM pgboss.job WHERE name = 'send-letter'`);
  const place = `/api/callbacks/robokassa/${office.bank.code}`;
  const quiet = await served('off', (url) => measure(`${url}${place}`, callbacks.splice(0, runs + 10)));
  await fillQueue();
  const busy = await served('inline', (url) => measure(`${url}${place}`, callbacks.splice(0, runs + 10)));
  console.log(`${''.padEnd(34)}  callback  repeated  forged   empty  callback / empty`);
  console.log(line('nothing waits', quiet));
  console.log(line(`${options.queue} jobs wait, worker beside`, busy));
  if (Math.max(quiet.callback, busy.callback) >= longestMs) process.exitCode = 1;
}

/** The built server, with a worker or without. */
async function served<T>(worker: 'off' | 'inline', work: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { KANTOR_WORKER: worker, KANTOR_URL: url, DATABASE_URL: database.url, LOG_LEVEL: 'fatal' };
  const server = startAppServer({ distDir, port, env });
  try {
    if (!(await server.ready)) throw new Error('the server did not start');
    return await work(url);
  } finally {
    await server.stop();
  }
}

type Measured = Record<'callback' | 'repeated' | 'forged' | 'empty', number>;

/** Medians in milliseconds; the sides take turns, so that whatever else the machine does meets all alike. */
async function measure(door: string, callbacks: Callback[]): Promise<Measured> {
  const spent: Record<keyof Measured, number[]> = { callback: [], repeated: [], forged: [], empty: [] };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const [index, { body, wanted }] of callbacks.entries()) {
    const send = (text: string) => fetch(door, { method: 'POST', headers, body: text });
    const times = {
      empty: await timed(() => fetch(door, { method: 'HEAD' }), ''),
      callback: await timed(() => send(body), wanted),
      repeated: await timed(() => send(body), wanted),
      forged: await timed(() => send(body.replace(/Value=./, 'Value=z')), 'refused'),
    };
    // The first ones warm up what is compiled and connected on first use.
    if (index >= 10) for (const side of sides) spent[side].push(times[side]);
  }
  return Object.fromEntries(sides.map((side) => [side, median(spent[side])])) as Measured;
}

async function timed(call: () => Promise<Response>, wanted: string): Promise<number> {
  const startedAt = performance.now();
  const text = await (await call()).text();
  if (text !== wanted) throw new Error(`heard ${text} instead of ${wanted}`);
  return performance.now() - startedAt;
}

/** Jobs of the same queue, of notices that do not exist: each is fetched, looked for and marked done. */
async function fillQueue(): Promise<void> {
  await query(
    `INSERT INTO pgboss.job (name, data) SELECT 'process-notice', jsonb_build_object('noticeId', 'ntc_' || n)
     FROM generate_series(1, $1) AS n`,
    [Number(options.queue)],
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(title: string, { callback, repeated, forged, empty }: Measured): string {
  const times = [callback, repeated, forged, empty].map((ms) => `${ms.toFixed(2).padStart(6)} ms`).join(' ');
  return `${title.padEnd(34)} ${times}  ${(callback / empty).toFixed(1).padStart(8)}`;
}
