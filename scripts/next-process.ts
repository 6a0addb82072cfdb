import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export type NextProcess = {
  /** Resolves with the exit code when the process has ended, for whatever reason. */
  ended: Promise<number | null>;
  /** Asks it to stop; kills it if it has not within `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  child: ChildProcess;
};

type Options = { args: string[]; env: Record<string, string>; logFile?: string };

/**
 * Runs Next's command line as a child that cannot outlive us: it holds one end of a channel and exits when ours
 * closes, even if we are killed. Ctrl-C reaches only us, so that we can stop things in order.
 */
export function runNext({ args, env, logFile }: Options): NextProcess {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/die-with-parent.mjs', 'node_modules/next/dist/bin/next', ...args],
    {
      detached: true,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', KANTOR_LAUNCHER: String(process.pid), ...env },
      stdio: ['ignore', logFile ? 'pipe' : 'inherit', logFile ? 'pipe' : 'inherit', 'ipc'],
    },
  );
  if (logFile) {
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    child,
    ended,
    async stop(graceMs = 5_000) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      signalGroup(child, 'SIGTERM');
      await Promise.race([ended, pause(graceMs)]);
      if (child.exitCode === null && child.signalCode === null) {
        signalGroup(child, 'SIGKILL');
        await ended;
      }
    },
  };
}

/** Next's development server has children of its own, in the same group. */
function signalGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has just ended by itself.
  }
}
