import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runProgram, stopPrograms } from './run-program';

const dir = mkdtempSync(path.join(tmpdir(), 'kantor-run-'));
const program = path.join(dir, 'sleeps.mjs');
writeFileSync(program, 'setTimeout(() => {}, 60_000);');
afterAll(() => rmSync(dir, { recursive: true }));

it('who is interrupted leaves nothing behind: what runs is stopped, and nothing follows it', async () => {
  const running = runProgram(program, []).then((code) => [code, 'next'] as const);
  const follower = running.then(() => runProgram(program, []));
  await stopPrograms();
  expect(await running).toEqual([expect.any(Number), 'next']);
  await expect(follower).rejects.toThrow('not started');
});
