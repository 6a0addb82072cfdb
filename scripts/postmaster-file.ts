import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './lock.mjs';

export type Postmaster = {
  pid: number;
  port: number;
  /** Where its socket lies, for those on the same machine; `null`: it listens by TCP alone. */
  socketDir: string | null;
};

/** The server that runs on this data directory, by the file it keeps there; `null` if it has gone. */
export function readPostmaster(dataDir: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return port > 0 && isAlive(pid) && isPostgres(pid) ? { pid, port, socketDir: lines[4] || null } : null;
  } catch {
    return null;
  }
}

/**
 * Removes the files of a server that was killed: its own and those of its sockets. PostgreSQL does so itself, except where another process has got the
 * old number meanwhile, which is the rule in containers: they count from one again at each start.
 */
export function forgetStalePostmaster(dataDir: string): void {
  try {
    const pid = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (isAlive(pid) && isPostgres(pid)) return;
    const left = readdirSync(dataDir).filter((name) => name.startsWith('.s.PGSQL.'));
    for (const name of ['postmaster.pid', ...left]) rmSync(path.join(dataDir, name), { force: true });
  } catch {
    // There is none.
  }
}

/** Whether the process is a PostgreSQL server. Where the system does not tell, it is taken for one. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return /^postgres\b/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'));
  } catch {
    return false;
  }
}
