import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { next } from './app-server';
import { runBound } from './bound-process';
import { withLock } from './lock.mjs';

const buildsDir = '.build';
/** Written last into a build's directory: one without it was interrupted. */
const completeMark = 'COMPLETE';
const keptBuilds = 4;

/**
 * The directory of the production build of the present sources; builds it if there is none yet. Its name is the
 * content of the sources, so start and test share it, and a running server keeps its own when they change.
 */
export async function ensureBuild(): Promise<string> {
  const name = sourcesHash();
  const dir = path.posix.join(buildsDir, name);
  if (!isComplete(dir)) {
    await withLock(path.join(buildsDir, `${name}.lock`), async () => {
      if (!isComplete(dir)) await build(dir);
    });
  }
  const now = new Date();
  utimesSync(path.join(dir, completeMark), now, now);
  removeOld(name);
  return dir;
}

function isComplete(dir: string): boolean {
  return existsSync(path.join(dir, completeMark));
}

async function build(dir: string): Promise<void> {
  console.log('Building (when sources have changed; about a minute) …');
  rmSync(dir, { recursive: true, force: true });
  const logFile = `${dir}.log`;
  rmSync(logFile, { force: true });
  mkdirSync(buildsDir, { recursive: true });
  const building = runBound({
    args: [next, 'build'],
    env: { KANTOR_DIST_DIR: dir, KANTOR_NEXT_TSCONFIG: nextTsconfig(), NODE_ENV: 'production' },
    logFile,
  });
  const code = await building.ended;
  if (code !== 0) throw new Error(`The build failed:\n${readFileSync(logFile, 'utf8')}`);
  writeFileSync(path.join(dir, completeMark), '');
}

/** Next adds lines of its own to the tsconfig it works with; it is given one that git does not know. */
export function nextTsconfig(): string {
  mkdirSync(buildsDir, { recursive: true });
  const file = path.posix.join(buildsDir, 'tsconfig.json');
  const content = {
    extends: '../tsconfig.json',
    include: ['../**/*.ts', '../**/*.tsx'],
    exclude: ['../node_modules', '../.build', '../.data', '../.test'],
  };
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  return file;
}

const notSources = new Set([
  'node_modules',
  'e2e',
  'scripts',
  'docs',
  'generated',
  'test-results',
  'playwright-report',
]);

function sourcesHash(): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of sources('.')) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.posix.join(dir, entry.name);
      if (entry.name.startsWith('.') || notSources.has(entry.name)) return [];
      if (entry.isDirectory()) return sources(file);
      const isSource =
        !/\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$|^biome\.json$|^(vitest|playwright)\./.test(
          entry.name,
        );
      return entry.isFile() && isSource ? [file] : [];
    });
}

/** Builds that no server of the last days can be running from. */
function removeOld(current: string): void {
  const builds = readdirSync(buildsDir)
    .filter(
      (name) => /^[0-9a-f]{16}$/.test(name) && name !== current && isComplete(path.join(buildsDir, name)),
    )
    .map((name) => ({ name, usedAt: statSync(path.join(buildsDir, name, completeMark)).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { name } of builds.slice(keptBuilds - 1)) {
    rmSync(path.join(buildsDir, name), { recursive: true, force: true });
    rmSync(path.join(buildsDir, `${name}.log`), { force: true });
  }
}
