// The entry of `npm start`, `npm run dev`, `npm run worker`, `npm run owner` and `npm run rotate-keys`. Plain
// JavaScript without dependencies: on a fresh checkout nothing is installed yet.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));

try {
  await ensureInstalled();
  const { register } = await import('tsx/esm/api');
  register();
  const { launch } = await import('./launch.ts');
  await launch(process.argv[2] ?? 'start', process.argv.slice(3));
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}

/** @param {unknown} error */
function inWords(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n${error.cause.stack}` : '';
  return process.env.LOG_LEVEL === 'debug' ? `${error.stack}${cause}` : `${error.message}${cause}`;
}
