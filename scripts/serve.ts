import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuild } from './build';
import { isFree } from './free-port';
import { type NextProcess, runNext } from './next-process';
import { type Prepared, prepare } from './prepare';
import { seedOnce } from './seed-once';
import { stopSignal } from './stop-signal';

/** `npm start`: from a checkout to a served page. Ends when asked to stop, or when the server ends. */
export async function start(): Promise<void> {
  const stopped = stopSignal();
  const port = Number(process.env.PORT || 3000);
  if (!(await isFree(port)))
    throw new Error(`Port ${port} is taken. Another one: PORT=${port + 1} npm start`);

  const running: { prepared?: Prepared; server?: NextProcess } = {};
  const work = serve(running);
  try {
    await Promise.race([work, stopped]);
  } finally {
    await running.server?.stop();
    await running.prepared?.release();
  }
  process.exit(0);
}

async function serve(running: { prepared?: Prepared; server?: NextProcess }): Promise<void> {
  const prepared = await prepare();
  running.prepared = prepared;
  if (prepared.kantorEnv === 'demo') await seedOnce();
  const distDir = await ensureBuild();
  const server = runNext({
    args: ['start', '--port', String(prepared.port)],
    env: { KANTOR_DIST_DIR: distDir, NODE_ENV: 'production' },
  });
  running.server = server;
  await Promise.race([answers(prepared.port), server.ended]);
  if (server.child.exitCode === null) announce(prepared);
  const code = await server.ended;
  throw new Error(`The server ended by itself (${code ?? 'killed'}).`);
}

/** Resolves once the server answers anything at all. */
async function answers(port: number): Promise<void> {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
      return;
    } catch {
      await pause(100);
    }
  }
}

function announce({ kantorEnv, port }: Prepared): void {
  console.log(`\nKantor is at ${process.env.KANTOR_URL} (port ${port})`);
  if (kantorEnv !== 'demo') return;
  const people = ['owner', 'admin', 'operator', 'cashier', 'customer'].map((name) => `  ${name}@kantor.test`);
  console.log(`\nSign in with the password kantor-demo as\n${people.join('\n')}\n\nCtrl-C stops it.`);
}
