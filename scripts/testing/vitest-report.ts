import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { type Failure, failure, type PartResult } from './count';

type ReportedError = { message: string; diff?: string };

/** Writes what a run of vitest came to, each failure with the difference it saw, to the file that REPORT_FILE names. */
export default class VitestReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly ReportedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failures: Failure[] = [
      ...tests
        .filter((test) => test.result().state === 'failed')
        .map((test) => failure(test.module.moduleId, test.fullName, told(test.result().errors))),
      ...modules
        .filter((module) => module.errors().length > 0)
        .map((module) => failure(module.moduleId, 'could not be loaded', told(module.errors()))),
      ...outside.map((error) => failure('', 'outside any test', told([error]))),
    ];
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const result: PartResult = { passed, failed: failures.length, failures };
    writeFileSync(process.env.REPORT_FILE ?? '', JSON.stringify(result));
  }
}

function told(errors: readonly ReportedError[] = []): string {
  return errors.map(({ message, diff }) => [message, diff].filter(Boolean).join('\n')).join('\n');
}
