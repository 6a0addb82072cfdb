import { parseArgs } from 'node:util';
import { closeDatabase, query } from '@/lib/db';
import { postQuery } from '@/lib/ledger/post-statement';
import { prepareTransfer } from '@/lib/ledger/posting';
import { applicationCases, makeAccounts } from './ledger-accounts';
import { makeBenchDatabase } from './ledger-database';
import { findPgbench, pgbenchScript, runPgbench } from './ledger-pgbench';
import { howToGetPgledger, installPgledger } from './ledger-pgledger';

/**
 * The ledger's promised ratios (README tells them), each from sides that ran in turns in this one run:
 *   npx tsx scripts/bench/ledger.ts [--seconds 1] [--rounds 15] [--clients 16] [--pgledger <checkout>]
 */
const { values: options } = parseArgs({
  options: {
    // Short turns, many of them: what else the machine does falls on all sides alike.
    seconds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '15' },
    clients: { type: 'string', default: '16' },
    pgledger: { type: 'string' },
  },
});
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);
const clients = Number(options.clients);

type Side = { title: string; run: () => Promise<number>; rates: number[] };

const database = await makeBenchDatabase(clients);
try {
  await makeAccounts();
  await main();
} finally {
  await closeDatabase();
  await database.remove();
}

async function main(): Promise<void> {
  const pgledger = options.pgledger
    ? await installPgledger(database.url, options.pgledger, clients)
    : undefined;
  const app = {
    spread: side('application, accounts apart', () => load(applicationCases.spread)),
    oneReserve: side('application, all on one reserve', () => load(applicationCases.oneReserve)),
    oneHouse: side('application, all on one house account (16 stripes)', () =>
      load(applicationCases.houseStriped),
    ),
  };
  const limit = limits();
  const peer = pgledger && {
    spread: side('pgledger, accounts apart', () => load(pgledger.spread)),
    one: side('pgledger, all on one account', () => load(pgledger.oneAccount)),
  };
  const sides = [...Object.values(app), ...Object.values(limit), ...(peer ? Object.values(peer) : [])];
  for (let round = 1; round <= rounds; round += 1) {
    // Every other round backwards: whatever grows or tires does not favour one side.
    for (const one of round % 2 ? sides : [...sides].reverse()) one.rates.push(await one.run());
  }
  for (const one of sides) {
    const each = one.rates.map((rate) => rate.toFixed(0)).join(', ');
    console.log(`${one.title.padEnd(52)} ${median(one.rates).toFixed(0).padStart(6)}/s   (${each})`);
  }
  console.log('');
  ratio('application / same SQL, accounts apart', app.spread, limit.spread, 0.6);
  ratio('application / same SQL, all on one reserve', app.oneReserve, limit.oneReserve, 0.6);
  ratio('one house account (16 stripes) / one reserve (a row)', app.oneHouse, app.oneReserve);
  if (peer) {
    ratio('application / pgledger, accounts apart', app.spread, peer.spread, 2);
    // Its account may be overdrawn, as our house accounts may. A reserve may not, and is one row for that.
    ratio('application / pgledger, all on one house account', app.oneHouse, peer.one, 2);
    ratio('application / pgledger, all on one reserve', app.oneReserve, peer.one, 2);
  } else console.log(`Not compared with pgledger: ${howToGetPgledger}`);
  await pgledger?.close();
}

/** The same SQL without the application: by pgbench, or by a bare loop over the driver where there is none. */
function limits(): { spread: Side; oneReserve: Side } {
  const pgbench = findPgbench();
  const by = (which: 'spread' | 'oneReserve', where: string) => {
    if (pgbench === null) return side(`bare driver loop, ${where}`, () => load(bareLoop));
    const script = pgbenchScript(which);
    return side(`pgbench, ${where}`, () =>
      runPgbench({ pgbench, url: database.url, script, clients, seconds }),
    );
  };
  if (pgbench === null)
    console.log('No pgbench here (Debian: apt-get install postgresql). A bare loop instead.');
  return { spread: by('spread', 'accounts apart'), oneReserve: by('oneReserve', 'all on one reserve') };
}

let counter = 0;

/** Constant input but for the key. */
function bareLoop(): Promise<unknown> {
  counter += 1;
  const { name, text, values } = postQuery(bareTransfer, `trf_${counter}`, bareTime, true);
  return query(text, values.with(2, `bare ${counter}`), name);
}

const bareTime = new Date();
const bareTransfer = prepareTransfer({
  key: 'bare',
  kind: 'bench',
  actor: 'bench',
  postings: [
    { account: { kind: 'capital', owner: 'house', asset: 'BENCH' }, amountUnits: -1n },
    { account: { kind: 'reserve', owner: 'r1', asset: 'BENCH' }, amountUnits: 1n },
  ],
});

function side(title: string, run: () => Promise<number>): Side {
  return { title, run, rates: [] };
}

/** How often `work` is done in a second by that many clients at once. */
async function load(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < end) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / ((performance.now() - start) / 1000);
}

function ratio(title: string, above: Side, below: Side, promised?: number): void {
  const found = median(above.rates.map((rate, i) => rate / (below.rates[i] ?? Number.NaN)));
  const verdict =
    promised === undefined ? '' : `promised ${promised}: ${found >= promised ? 'kept' : 'NOT KEPT'}`;
  console.log(`${title.padEnd(52)} ${found.toFixed(2).padStart(6)}     ${verdict}`);
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
