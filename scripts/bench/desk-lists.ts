import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Measured } from './desk-lists-side';

/**
 * The desk's lists with few orders and with many: first and second page, each filter. Tells the time that the server
 * needs for rows and counts (median of the runs), and how the two sides compare.
 *   npx tsx scripts/bench/desk-lists.ts [--small 10000] [--large 1000000] [--runs 9]
 * Ends with 1 if a list of the large side takes 150 ms or more, or more than 1.5 times what the small side takes;
 * below `noiseMs` nothing is compared: there the clock and the connection are measured, not the list.
 */
const { values: options } = parseArgs({
  options: {
    small: { type: 'string', default: '10000' },
    large: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '9' },
  },
});
const longestMs = 150;
const largestRatio = 1.5;
const noiseMs = 10;

const small = measure(options.small);
const large = measure(options.large);
report();

/** In a process of its own: each has its own database, filled in the same way. */
function measure(orders: string): Measured {
  const dir = mkdtempSync(join(tmpdir(), 'kantor-bench-'));
  const answer = join(dir, 'answer.json');
  const side = fileURLToPath(new URL('desk-lists-side.ts', import.meta.url));
  try {
    console.log(`filling and reading ${orders} orders`);
    execFileSync(process.execPath, [...process.execArgv, side, orders, options.runs, answer], {
      stdio: 'inherit',
    });
    return JSON.parse(readFileSync(answer, 'utf8'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function report(): void {
  let wrong = 0;
  console.log(`\n${''.padEnd(42)}${'first page'.padStart(18)}${'second page'.padStart(27)}`);
  console.log(`${''.padEnd(42)}${heads()}${'ratio'.padStart(9)}${heads()}`);
  for (const after of large) {
    const before = small.find(({ title }) => title === after.title);
    if (!before) continue;
    const ratio = after.first / before.first;
    const slow = Math.max(after.first, after.second ?? 0) >= longestMs;
    const grown = after.first > noiseMs && ratio > largestRatio;
    if (slow || grown) wrong += 1;
    const figures = `${ms(before.first)}${ms(after.first)}${ratio.toFixed(2).padStart(9)}${ms(before.second)}${ms(after.second)}`;
    console.log(`${after.title.padEnd(42)}${figures}${slow || grown ? '  TOO SLOW' : ''}`);
  }
  console.log(
    `\nmilliseconds, median of ${options.runs} runs; ratios count from ${noiseMs} ms; too slow: ${wrong}`,
  );
  if (wrong > 0) process.exitCode = 1;
}

function heads(): string {
  return options.small.padStart(9) + options.large.padStart(9);
}

function ms(value: number | null): string {
  return (value === null ? '–' : value.toFixed(1)).padStart(9);
}
