import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

export type Failure = {
  /** File and name of the test. */
  name: string;
  reason: string;
};

export type PartResult = { passed: number; failed: number; failures: Failure[] };

/** What our reporter of vitest wrote. */
export function countVitest(reportFile: string, exitCode: number): PartResult {
  const none = { passed: 0, failed: 0, failures: [] };
  return atLeastOneFailure(readReport<PartResult>(reportFile) ?? none, exitCode);
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs: {
    file: string;
    title: string;
    tests: { status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
};

/** Counts Playwright's report. A test that passed only when tried again is a failure. */
export function countPlaywright(reportFile: string, exitCode: number): PartResult {
  const report = readReport<PlaywrightReport>(reportFile);
  if (report === null) return atLeastOneFailure({ passed: 0, failed: 0, failures: [] }, exitCode);
  const { expected, unexpected, flaky } = report.stats;
  const failures = report.suites.flatMap(failedSpecs);
  failures.push(...report.errors.map(({ message }) => failure('', 'outside any test', message)));
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, failures }, exitCode);
}

function failedSpecs({ specs, suites = [] }: PlaywrightSuite): Failure[] {
  const failed = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => failure(file, title, results.flatMap(({ errors }) => errors)[0]?.message)),
  );
  return [...failed, ...suites.flatMap(failedSpecs)];
}

const shownLines = 40;

/** Without colours, and not longer than one reads. */
export function failure(file: string, title: string, message = ''): Failure {
  const lines = stripVTControlCharacters(message).trim().split('\n');
  return {
    name: [file.replace(`${process.cwd()}/`, ''), title].filter(Boolean).join(' › '),
    reason: lines.slice(0, shownLines).join('\n'),
  };
}

/** An error outside any test shows in the exit code alone. */
function atLeastOneFailure({ failed, ...rest }: PartResult, exitCode: number): PartResult {
  return { ...rest, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
