import { setTimeout as pause } from 'node:timers/promises';
import { type BoundProcess, runBound } from './bound-process';

type Options = { distDir: string; port: number; env?: Record<string, string>; logFile?: string };

/** Serves a production build; `ready` tells whether it came to answer (or ended before). */
export function startAppServer({
  distDir,
  port,
  env,
  logFile,
}: Options): BoundProcess & { ready: Promise<boolean> } {
  const server = runBound({
    args: [next, 'start', '--port', String(port)],
    env: { KANTOR_DIST_DIR: distDir, NODE_ENV: 'production', PORT: String(port), ...env },
    logFile,
  });
  return { ...server, ready: answers(server, port) };
}

/** Next's command line. */
export const next = 'node_modules/next/dist/bin/next';

/** Any answer will do: what the health check says is for those who watch the server. */
async function answers(server: BoundProcess, port: number): Promise<boolean> {
  while (!server.hasEnded()) {
    try {
      await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(10_000) });
      return true;
    } catch {
      await pause(100);
    }
  }
  return false;
}
