import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './count';

const dir = mkdtempSync(path.join(tmpdir(), 'kantor-count-'));
afterAll(() => rmSync(dir, { recursive: true }));

function reportFile(report: unknown): string {
  const file = path.join(dir, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

it('names the stories that failed, and those that passed only when tried again', () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: 'site/a.spec.ts',
    title,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }, { errors: [] }] }],
  });
  const file = reportFile({
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    errors: [],
    suites: [
      { specs: [spec('good', 'expected')], suites: [{ specs: [spec('bad', 'unexpected', 'not visible')] }] },
      { specs: [spec('now and then', 'flaky', 'too late')] },
    ],
  });
  expect(countPlaywright(file, 1)).toEqual({
    passed: 1,
    failed: 2,
    failures: [
      { name: 'site/a.spec.ts › bad', reason: 'not visible' },
      { name: 'site/a.spec.ts › now and then', reason: 'too late' },
    ],
  });
});

it('a program that failed without a report is one failure', () => {
  const none = path.join(dir, 'none.json');
  expect(countVitest(none, 1)).toEqual({ passed: 0, failed: 1, failures: [] });
  expect(countPlaywright(none, 0)).toEqual({ passed: 0, failed: 0, failures: [] });
});
