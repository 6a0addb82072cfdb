import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../lock.mjs';

const root = '.test';

/**
 * A directory under `.test/` that belongs to this process alone, so that several test runs of one checkout stay apart.
 * What earlier runs left when they were killed is removed.
 */
export function makeRunDirectory(kind: string): string {
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync(root)) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1] ?? 0);
    const inUse = isAlive(pid) || existsSync(path.join(root, name, 'postgres', 'postmaster.pid'));
    if (pid > 0 && !inUse) rmSync(path.join(root, name), { recursive: true, force: true });
  }
  const dir = path.join(root, `${kind}-${process.pid}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  return dir;
}
