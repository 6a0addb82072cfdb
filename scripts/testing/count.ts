import { existsSync, readFileSync } from 'node:fs';

export type PartResult = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Counts vitest's report. A file that could not even be loaded counts as one failure. */
export function countVitest(reportFile: string, exitCode: number): PartResult {
  const report = readReport<VitestReport>(reportFile);
  if (report === null) return atLeastOneFailure({ passed: 0, failed: 0 }, exitCode);
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
  return atLeastOneFailure(counts, exitCode);
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Counts Playwright's report. A test that passed only when tried again is a failure. */
export function countPlaywright(reportFile: string, exitCode: number): PartResult {
  const report = readReport<PlaywrightReport>(reportFile);
  if (report === null) return atLeastOneFailure({ passed: 0, failed: 0 }, exitCode);
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky }, exitCode);
}

/** An error outside any test shows in the exit code alone. */
function atLeastOneFailure({ passed, failed }: PartResult, exitCode: number): PartResult {
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
