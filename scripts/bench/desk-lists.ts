import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Asked, Told } from './desk-lists-side';

/**
 * The desk's lists with few orders and with many: first and second page, each filter. Tells the time that the server
 * needs for rows and counts, and how the two sides compare: they run in turns, so that what else the machine does
 * falls on both. A list that has fewer rows on the small side is compared with a full page there ("all, newest
 * first", in the same turns, marked *): fifty rows cost more than one.
 *   npx tsx scripts/bench/desk-lists.ts [--small 10000] [--large 1000000] [--runs 24]
 * Ends with 1 if a list of the large side takes 150 ms or more, or more than 1.5 times what the small side takes;
 * below `noiseMs` nothing is compared: there the clock and the connection are measured, not the list.
 */
const { values: options } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '24' },
  },
});
const longestMs = 150;
const largestRatio = 1.5;
const noiseMs = 2;

type Page = 'first' | 'second';
type Times = { small: number; large: number; ratio: number; withFullPage: boolean };

const [small, large] = [await openSide(options.small), await openSide(options.large)];
/** The list of a full page of the small side. */
const fullPage = small.lists.findIndex(({ title }) => title === 'all, newest first');
try {
  await report();
} finally {
  await Promise.all([small.end(), large.end()]);
}

async function report(): Promise<void> {
  let wrong = 0;
  console.log(`\n${''.padEnd(42)}${'first page'.padStart(18)}${'second page'.padStart(27)}`);
  console.log(`${''.padEnd(42)}${heads()}${'ratio'.padStart(9)}${heads()}${'ratio'.padStart(9)}`);
  for (const [list, { title, second }] of large.lists.entries()) {
    const pages = [await compare(list, 'first'), ...(second > 0 ? [await compare(list, 'second')] : [])];
    const bad = pages.some((times) => times.large >= longestMs || hasGrown(times));
    if (bad) wrong += 1;
    const figures = pages.map(
      (times) =>
        `${ms(times.small)}${ms(times.large)}${times.ratio.toFixed(2).padStart(8)}${times.withFullPage ? '*' : ' '}`,
    );
    console.log(`${title.padEnd(42)}${figures.join('')}${bad ? '  TOO SLOW' : ''}`);
  }
  console.log(
    `\nmilliseconds that a quarter of ${options.runs} runs in turns keep; ratios count from ${noiseMs} ms; too slow: ${wrong}`,
  );
  if (wrong > 0) process.exitCode = 1;
}

function hasGrown(times: Times): boolean {
  return times.large > noiseMs && times.ratio > largestRatio;
}

/** Both sides in turns, the first one of each turn changing; the first turn warms up. */
async function compare(list: number, page: Page): Promise<Times> {
  const withFullPage = (small.lists[list]?.[page] ?? 0) < (large.lists[list]?.[page] ?? 0);
  const smallMs: number[] = [];
  const largeMs: number[] = [];
  const sides = [
    async () => smallMs.push(await (withFullPage ? small.run(fullPage, 'first') : small.run(list, page))),
    async () => largeMs.push(await large.run(list, page)),
  ];
  for (let run = 0; run <= Number(options.runs); run += 1) {
    for (const side of run % 2 ? sides : sides.toReversed()) await side();
  }
  const times = { small: quarter(smallMs.slice(1)), large: quarter(largeMs.slice(1)) };
  return { ...times, ratio: times.large / times.small, withFullPage };
}

/** A process with a database of its own. */
async function openSide(orders: string) {
  console.log(`filling ${orders} orders`);
  const child = fork(fileURLToPath(new URL('desk-lists-side.ts', import.meta.url)), [orders]);
  const told = await heard(child);
  if (!('lists' in told)) throw new Error('a side did not tell its lists');
  return {
    lists: told.lists,
    async run(list: number, page: Page): Promise<number> {
      child.send({ list, page } satisfies Asked);
      const answer = await heard(child);
      return 'ms' in answer ? answer.ms : Number.NaN;
    },
    async end(): Promise<void> {
      if (child.exitCode !== null) return;
      child.send('end' satisfies Asked);
      await once(child, 'exit');
    },
  };
}

async function heard(child: ChildProcess): Promise<Told> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error('a side ended');
  });
  try {
    const [told] = await Promise.race([once(child, 'message', { signal: gone.signal }), ended]);
    return told;
  } finally {
    ended.catch(() => {});
    gone.abort();
  }
}

/** The time that a quarter of the runs keep: what the list takes; the slower half tells of the machine. */
function quarter(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)] ?? Number.NaN;
}

function heads(): string {
  return options.small.padStart(9) + options.large.padStart(9);
}

function ms(value: number): string {
  return value.toFixed(2).padStart(9);
}
