import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import { isAlive } from './lock.mjs';

/**
 * Waits until our end of its input closes (because we say goodbye or because we were killed), strikes us from the
 * list of users and, if nobody is left, stops PostgreSQL: fast shutdown first, after 8 seconds the immediate one.
 */
const script = `
read -r _
rm -f "$1/postgres-users/$2"
for user in "$1/postgres-users"/*; do
  [ -e "$user" ] && kill -0 "\${user##*/}" 2>/dev/null && exit 0
done
read -r pid < "$1/postgres/postmaster.pid" || exit 0
kill -INT "$pid" 2>/dev/null
for _ in $(seq 80); do
  [ -e "$1/postgres/postmaster.pid" ] || exit 0
  kill -0 "$pid" 2>/dev/null || exit 0
  sleep 0.1
done
kill -QUIT "$pid" 2>/dev/null
`;

/** Enters this process into the list of those who use the cluster in `dir`; `leave` strikes it out. */
export function guardPostgres(dir: string): { leave(): Promise<void> } {
  const users = path.resolve(dir, 'postgres-users');
  mkdirSync(users, { recursive: true });
  for (const pid of readdirSync(users))
    if (!isAlive(Number(pid))) rmSync(path.join(users, pid), { force: true });
  writeFileSync(path.join(users, String(process.pid)), '');

  const guard = spawn('sh', ['-c', script, 'sh', path.resolve(dir), String(process.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  const gone = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  return {
    async leave() {
      guard.ref();
      guard.stdin.end();
      await gone;
    },
  };
}
