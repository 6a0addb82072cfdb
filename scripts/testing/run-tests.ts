import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { generateClient } from '../generate-client';
import { stopSignal } from '../stop-signal';
import { runBrowserTests } from './browser-tests';
import { countPlaywright, countVitest, type PartResult } from './count';
import { makeRunDirectory } from './run-directory';
import { runProgram, stopPrograms } from './run-program';

const vitest = 'node_modules/vitest/vitest.mjs';
const biome = 'node_modules/@biomejs/biome/bin/biome';

type Part = (reportFile: string, args: string[]) => Promise<PartResult>;

const parts: Record<string, Part> = {
  types: async () => check(await runProgram('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.'])),
  lint: async () => {
    const style = await runProgram(biome, ['check', '.']);
    const house = await runProgram('scripts/check-house.ts', [], { isTypeScript: true });
    return check(style || house);
  },
  unit: (reportFile, args) => runVitest('unit', reportFile, args),
  database: (reportFile, args) => runVitest('database', reportFile, args),
  faults: (reportFile, args) => runVitest('faults', reportFile, args),
  browser: async (reportFile, args) => countPlaywright(reportFile, await runBrowserTests(reportFile, args)),
};

/**
 * `npm test`: all parts, or those named (`npm test -- unit database`); what follows them goes to the test program
 * (`npm test -- browser e2e/site --headed`). Prints a summary and, as its last line, `N passed, N failed`.
 * Returns the exit code.
 */
export async function runTests(args: string[]): Promise<number> {
  const firstOther = args.findIndex((arg) => !(arg in parts));
  const named = firstOther < 0 ? args : args.slice(0, firstOther);
  const rest = firstOther < 0 ? [] : args.slice(firstOther);
  const chosen = named.length > 0 ? named : Object.keys(parts);
  const stopped = stopSignal();
  const dir = makeRunDirectory('reports');
  try {
    const work = runParts(chosen, rest, dir);
    const outcome = await Promise.race([work, stopped]);
    if (typeof outcome !== 'string') return summarize(outcome);
    console.log(`\nStopped (${outcome}).`);
    return 130;
  } finally {
    await stopPrograms();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function runParts(names: string[], args: string[], dir: string): Promise<Map<string, PartResult>> {
  const results = new Map<string, PartResult>();
  mkdirSync(dir, { recursive: true });
  await generateClient();
  for (const name of names) {
    console.log(`\n── ${name} ──`);
    const startedAt = Date.now();
    const result = await parts[name]?.(path.join(dir, `${name}.json`), args).catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1, failures: [{ name, reason: String(error) }] };
    });
    if (result === undefined) continue;
    results.set(name, result);
    console.log(`${name}: ${result.failed === 0 ? 'good' : 'FAILED'} in ${seconds(Date.now() - startedAt)}`);
  }
  return results;
}

/** A check has no tests to count; if it fails, that is one failure. */
function check(code: number): PartResult {
  return { passed: 0, failed: code === 0 ? 0 : 1, failures: [] };
}

async function runVitest(project: string, reportFile: string, args: string[]): Promise<PartResult> {
  const reporters = ['--reporter=default', '--reporter=./scripts/testing/vitest-report.ts'];
  const command = ['run', `--project=${project}`, '--passWithNoTests', ...reporters, ...args];
  return countVitest(
    reportFile,
    await runProgram(vitest, command, { env: { REPORT_FILE: path.resolve(reportFile) } }),
  );
}

function summarize(results: Map<string, PartResult>): number {
  console.log('\n── summary ──');
  let passed = 0;
  let failed = 0;
  for (const [name, result] of results) {
    passed += result.passed;
    failed += result.failed;
    console.log(`${name.padEnd(9)} ${result.failed === 0 ? 'good' : 'FAILED'} ${describeCounts(result)}`);
  }
  tellFailures(results);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Once more and at the very end: above it stand thousands of lines of what went well. */
function tellFailures(results: Map<string, PartResult>): void {
  for (const [part, { failures }] of results)
    for (const { name, reason } of failures)
      console.log(`\n✗ ${part}: ${name}\n${reason.replace(/^/gm, '    ')}`);
}

function describeCounts({ passed, failed }: Pick<PartResult, 'passed' | 'failed'>): string {
  return passed + failed === 0 ? '' : `(${passed} passed, ${failed} failed)`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
