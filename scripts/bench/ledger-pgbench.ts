import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { houseAccount } from '@/lib/ledger/accounts';
import { postQuery } from '@/lib/ledger/post-statement';
import { prepareTransfer } from '@/lib/ledger/posting';
import { accountCount } from './ledger-accounts';

/** Where pgbench is, or null. */
export function findPgbench(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const places = [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return places.map((place) => path.join(place, 'pgbench')).find((file) => existsSync(file)) ?? null;
}

const values: Record<string, string> = {
  $1: "('trf_' || :k::text)",
  $2: "'bench'",
  $3: "('bench ' || :k::text)",
  $4: `'${'0'.repeat(64)}'`,
  $5: 'NULL',
  $6: 'NULL',
  $7: "'bench'",
  $8: "''",
  $9: 'now()',
  $10: "('acc_' || lpad(:a::text, 16, '0'))",
  $11: ':s',
  $12: '-1',
  $13: "('acc_' || lpad(:b::text, 16, '0'))",
  $14: '0',
  $15: '1',
};

/** The application's own statement with its parameters written as pgbench's variables. */
export function pgbenchScript(which: 'spread' | 'oneReserve'): string {
  const { text } = postQuery(anyTransfer(), 'trf_bench', new Date(), true);
  const statement = text
    .replace(/\$\d+/g, (parameter) => values[parameter] ?? parameter)
    .replace(/\s+/g, ' ')
    .trim();
  const half = accountCount / 2;
  const accounts =
    which === 'spread'
      ? ['\\set s 0', `\\set a random(1, ${half})`, `\\set b random(${half + 1}, ${accountCount})`]
      : ['\\set s random(0, 15)', '\\set a 0', '\\set b 1'];
  return ['\\set k random(1, 9000000000000000000)', ...accounts, `${statement};`].join('\n');
}

/** The shape only matters. */
function anyTransfer() {
  const postings = [
    { account: houseAccount('capital', 'BENCH'), amountUnits: -1n },
    { account: houseAccount('liquidity', 'BENCH'), amountUnits: 1n },
  ];
  return prepareTransfer({ key: 'bench', kind: 'bench', actor: 'bench', postings });
}

/** Transactions per second of pgbench with prepared statements. */
export async function runPgbench(options: {
  pgbench: string;
  url: string;
  script: string;
  clients: number;
  seconds: number;
}): Promise<number> {
  const dir = mkdtempSync(path.join(tmpdir(), 'kantor-bench-'));
  try {
    const file = path.join(dir, 'script.sql');
    writeFileSync(file, options.script);
    const { stdout } = await promisify(execFile)(options.pgbench, [
      ...['-n', '-M', 'prepared', '-j', '2', '-c', String(options.clients)],
      ...['-T', String(options.seconds), '-f', file, options.url],
    ]);
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (rate === undefined) throw new Error(`pgbench said something unexpected:\n${stdout}`);
    return Number(rate);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
