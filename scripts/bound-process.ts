import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export type BoundProcess = {
  /** Resolves with the exit code when the process has ended; `null`: it was killed. */
  ended: Promise<number | null>;
  hasEnded(): boolean;
  /** Asks it and its children to stop; kills what has not after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  /** `kill -9` of it and its children, without a word before. */
  kill(): Promise<void>;
};

type Options = {
  /** Arguments of `node`: the script and its own. */
  args: string[];
  env?: Record<string, string | undefined>;
  /** Where its output goes; ours, if not given. */
  logFile?: string;
};

/**
 * Runs a Node.js program that cannot outlive us: it holds one end of a channel and exits when ours closes, even if
 * we are killed. It is in a process group of its own: Ctrl-C reaches only us, so that we can stop things in order.
 */
export function runBound({ args, env = {}, logFile }: Options): BoundProcess {
  const output = logFile === undefined ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, ['--import', './scripts/die-with-parent.mjs', ...args], {
    detached: true,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', KANTOR_LAUNCHER: String(process.pid), ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  if (logFile !== undefined) {
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    ended,
    hasEnded,
    async stop(graceMs = 8_500) {
      if (hasEnded()) return;
      signalGroup(child, 'SIGTERM');
      const timer = new AbortController();
      await Promise.race([ended, pause(graceMs, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
      signalGroup(child, 'SIGKILL');
      await ended;
    },
    async kill() {
      if (hasEnded()) return;
      signalGroup(child, 'SIGKILL');
      await ended;
    },
  };
}

/** Some programs have children of their own, in the same group. */
function signalGroup({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // All of it has ended by itself.
  }
}
