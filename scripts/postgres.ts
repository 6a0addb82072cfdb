import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port';
import { withLock } from './lock.mjs';
import { databaseOwner, type Invocation, postgresProgram } from './postgres-binaries';
import { guardPostgres } from './postgres-guard';
import { forgetStalePostmaster, type Postmaster, readPostmaster } from './postmaster-file';

export type Cluster = {
  port: number;
  /** Address of a database for PostgreSQL's superuser. */
  adminUrl(database: string): string;
  /** Stops PostgreSQL, unless another process of the same checkout still uses it. */
  leave(): Promise<void>;
};

type Options = {
  /** Directory of the cluster: `postgres/` inside it is PostgreSQL's own. */
  dir: string;
  /** Further settings for the server, as `name=value`. */
  settings?: string[];
};

const startTimeoutMs = 60_000;

/**
 * Starts the embedded PostgreSQL of `dir`, or joins the one that already runs there: `npm start`, `npm run worker`
 * and `npm run dev` of one checkout share it, and the last to leave stops it. Should we be killed, a guard process
 * leaves in our name.
 */
export async function joinPostgres({ dir, settings = [] }: Options): Promise<Cluster> {
  mkdirSync(dir, { recursive: true });
  const place = { dataDir: path.resolve(dir, 'postgres'), logFile: path.resolve(dir, 'postgres.log') };
  const password = await withLock(path.join(dir, 'postgres.lock'), async () => {
    const secret = readOrMakePassword(path.join(dir, 'postgres-password'));
    if (!existsSync(place.dataDir)) await initialise(place.dataDir, secret);
    return secret;
  });
  const guard = guardPostgres(dir);
  try {
    const { port, socketDir } = await startOrFind(place, password, settings);
    const by = socketDir === null ? '' : `?host=${encodeURIComponent(socketDir)}`;
    return {
      port,
      adminUrl: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}${by}`,
      leave: guard.leave,
    };
  } catch (error) {
    await guard.leave();
    throw error;
  }
}

function readOrMakePassword(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Built beside and moved into place: a start that is interrupted leaves no half-made cluster. */
async function initialise(dataDir: string, password: string): Promise<void> {
  const fresh = `${dataDir}.new`;
  const passwordFile = `${dataDir}.pw`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = databaseOwner();
  if (owner !== null) {
    chownSync(fresh, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  try {
    await run(
      postgresProgram('initdb', [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Sorts the same on every machine, whichever locales it has, and knows upper and lower case of all scripts.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ]),
    );
    renameSync(fresh, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function run({ command, args, ...as }: Invocation): Promise<void> {
  const child = spawn(command, args, { ...as, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The database could not be made:\n${output}`);
}

/** After a crash the first attempts fail until the system has let go of the old server's memory: so it is retried. */
async function startOrFind(
  place: { dataDir: string; logFile: string },
  password: string,
  settings: string[],
): Promise<Postmaster> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const running = readPostmaster(place.dataDir);
    if (running === null) {
      forgetStalePostmaster(place.dataDir);
      const child = launch(place, await freePort(), settings);
      while (child.exitCode === null && !(await isReady(place.dataDir, password)) && Date.now() < deadline) {
        await pause(50);
      }
      if (child.exitCode === null) child.unref();
      else await pause(300);
    }
    const found = readPostmaster(place.dataDir);
    if (found !== null && (await isReady(place.dataDir, password))) return found;
    await pause(100);
  }
  throw new Error(`PostgreSQL did not start. The end of ${place.logFile}:\n${endOf(place.logFile)}`);
}

function launch(
  { dataDir, logFile }: { dataDir: string; logFile: string },
  port: number,
  settings: string[],
): ChildProcess {
  const wanted = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socketDirOf(dataDir)}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
    ...settings,
  ];
  const { command, args, ...as } = postgresProgram('postgres', [
    '-D',
    dataDir,
    ...wanted.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(logFile, 'a');
  // A session of its own: Ctrl-C in the terminal is for us, the database goes after the server.
  const child = spawn(command, args, { ...as, cwd: '/', detached: true, stdio: ['ignore', log, log] });
  child.on('error', () => {});
  return child;
}

/** What the address of a socket may be long, in bytes, on every system that we know. */
const longestSocket = 103;

/**
 * Where the server's socket lies: with its data, which nobody else may enter. Asking through it costs a fifth less than
 * by TCP. Empty where the path would be too long, or holds what separates several.
 */
function socketDirOf(dataDir: string): string {
  const fits = Buffer.byteLength(path.join(dataDir, '.s.PGSQL.65535')) <= longestSocket;
  return fits && !/[,"@]/.test(dataDir) ? dataDir : '';
}

async function isReady(dataDir: string, password: string): Promise<boolean> {
  const running = readPostmaster(dataDir);
  if (running === null) return false;
  const client = new pg.Client({
    host: '127.0.0.1',
    port: running.port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function endOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '';
}
