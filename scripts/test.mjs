// The entry of `npm test`. Plain JavaScript without dependencies: on a fresh checkout nothing is installed yet.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));

try {
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  const { runTests } = await import('./testing/run-tests.ts');
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
process.exit();
