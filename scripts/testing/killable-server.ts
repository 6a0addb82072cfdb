import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { startAppServer } from '../app-server';
import { freePort } from '../free-port';

export type KillableServer = {
  url: string;
  /** Starts it, again on the same port, and waits until it answers. */
  start(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  hasEnded(): boolean;
  /** All it has written so far, over all its starts. */
  log(): string;
};

/**
 * The production build, served on a port of its own with this process's database and secrets. Its worker runs beside
 * it, and it stands behind one proxy: clients of a test name their own address in X-Forwarded-For.
 */
export async function killableServer(env: Record<string, string> = {}): Promise<KillableServer> {
  const port = await freePort();
  const dir = mkdtempSync(path.join(tmpdir(), 'kantor-faults-'));
  const logFile = path.join(dir, 'server.log');
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    KANTOR_WORKER: 'inline',
    KANTOR_URL: url,
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'warn',
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    ...env,
  };
  let server: ReturnType<typeof startAppServer> | undefined;
  const log = () => readFileSync(logFile, 'utf8');
  return {
    url,
    log,
    async start() {
      server = startAppServer({ distDir: inject('distDir'), port, env: settings, logFile });
      if (!(await server.ready)) throw new Error(`The server did not start:\n${log()}`);
    },
    kill: async () => server?.kill(),
    hasEnded: () => server?.hasEnded() ?? true,
    async stop() {
      await server?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
