import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { closeDatabase, query } from '@/lib/db';
import { deskFacts } from '@/lib/exchange/desk-where';
import { readExportInput } from '@/lib/export/export-input';
import { selectOrdersSql } from '@/lib/export/order-query';
import { fillOrders } from './fill-orders';
import { makeBenchDatabase } from './ledger-database';

/**
 * The export's promises, both sides in turns in one run, each in a process of its own, into a file:
 *   npx tsx scripts/bench/export.ts [--orders 1000000] [--rounds 3] [--filter status=all] [--filled]
 * `--filled` takes the orders that are in the database of DATABASE_URL already.
 */
const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    filter: { type: 'string', default: 'status=all' },
    filled: { type: 'boolean', default: false },
  },
});
type Ours = { seconds: number; firstByteSeconds: number; startMegabytes: number; peakMegabytes: number };

/** Where imports of packages are still found. */
const bundle = path.resolve('.test', 'bench', 'export-child.mjs');
const database = options.filled ? null : await makeBenchDatabase(4);
const dir = mkdtempSync(path.join(tmpdir(), 'kantor-export-'));
try {
  await main();
} finally {
  rmSync(dir, { recursive: true, force: true });
  await closeDatabase();
  await database?.remove();
}

async function main(): Promise<void> {
  await bundleChild();
  if (database) await fillOrders({ orders: Number(options.orders) });
  const input = readExportInput(new URLSearchParams(options.filter));
  const sql = selectOrdersSql({ ...input, facts: await deskFacts() });
  const [{ count } = { count: 0n }] = await query<{ count: bigint }>('SELECT count(*) FROM orders');
  console.log(`${count} orders in the table, ${input.columns.length} columns, filter ${options.filter}`);
  const psqlSeconds: number[] = [];
  const ours: Ours[] = [];
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    const sides = [() => psqlSeconds.push(byPsql(sql)), () => ours.push(byKantor())];
    // Every other round the other way round: neither side always finds the cache as the other left it.
    for (const run of round % 2 ? sides : sides.reverse()) run();
  }
  show('psql \\copy of the same query', psqlSeconds, 's');
  show(
    'the export of the application',
    ours.map(({ seconds }) => seconds),
    's',
  );
  console.log(
    `ratio: ${(median(ours.map(({ seconds }) => seconds)) / median(psqlSeconds)).toFixed(2)} (promised: at most 1.5)`,
  );
  show(
    'first byte (promised: under 0.5 s)',
    ours.map(({ firstByteSeconds }) => firstByteSeconds),
    's',
  );
  const memory = (of: (run: Ours) => number) => ours.map(of);
  show(
    'memory of the process before it',
    memory(({ startMegabytes }) => startMegabytes),
    'MB',
  );
  show(
    'memory of the process at its peak (promised: under 150)',
    memory(({ peakMegabytes }) => peakMegabytes),
    'MB',
  );
}

/** With the settings under which the export runs, so that both do the same work. */
function byPsql(sql: string): number {
  const file = path.join(dir, 'psql.csv');
  const oneLine = sql.replaceAll(/\s+/g, ' ');
  const script = `SET max_parallel_workers_per_gather = 0; SET jit = off; SET random_page_cost = 1.1;
SET TimeZone = 'Europe/Moscow';
\\copy (${oneLine}) TO '${file}' WITH (FORMAT csv)\n`;
  const begun = performance.now();
  execFileSync(findPsql(), ['-q', '-X', '-v', 'ON_ERROR_STOP=1', databaseUrl()], { input: script });
  const seconds = (performance.now() - begun) / 1000;
  told(file);
  return seconds;
}

/**
 * The measured process runs JavaScript, as a server that was built does: the loader of TypeScript would be 40 MB of it.
 */
async function bundleChild(): Promise<void> {
  mkdirSync(path.dirname(bundle), { recursive: true });
  await build({
    entryPoints: [new URL('./export-child.ts', import.meta.url).pathname],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
}

function byKantor(): Ours {
  const file = path.join(dir, 'kantor.csv');
  const run = spawnSync(process.execPath, [bundle, options.filter, file], {
    encoding: 'utf8',
    env: process.env,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  told(file);
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
}

function told(file: string): void {
  const { size } = statSync(file);
  console.log(`  ${path.basename(file)}: ${(size / 1e6).toFixed(1)} MB, ${lastLine(file)}`);
  rmSync(file);
}

/** Enough of a proof that the file is whole; its lines are compared by the tests. */
function lastLine(file: string): string {
  const tail = execFileSync('tail', ['-c', '4000', file], { encoding: 'utf8' });
  return `ends with ${tail.trimEnd().split('\n').at(-1)?.slice(0, 20)}`;
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('--filled needs DATABASE_URL');
  return url;
}

function findPsql(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const installed = versions.map((version) => path.join(debian, version, 'bin/psql')).find(existsSync);
  return installed ?? 'psql';
}

function show(title: string, values: number[], unit: string): void {
  const each = values.map((value) => value.toFixed(2)).join(', ');
  console.log(`${title.padEnd(54)} ${median(values).toFixed(2)} ${unit}   (${each})`);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
