import { startAppServer } from './app-server';
import type { BoundProcess } from './bound-process';
import { ensureBuild } from './build';
import { isFree } from './free-port';
import { type Prepared, prepare } from './prepare';
import { seedDemoOnce } from './seed-process';
import { stopSignal } from './stop-signal';

type Running = { prepared?: Prepared; server?: BoundProcess };

/** `npm start`: from a checkout to a served page. Ends when asked to stop, or when the server ends. */
export async function start(): Promise<void> {
  const stopped = stopSignal();
  const port = Number(process.env.PORT || 3000);
  if (!(await isFree(port)))
    throw new Error(`Port ${port} is taken. Another one: PORT=${port + 1} npm start`);

  const running: Running = {};
  try {
    await Promise.race([serve(running), stopped]);
  } finally {
    await running.server?.stop();
    await running.prepared?.release();
  }
  process.exit(0);
}

async function serve(running: Running): Promise<void> {
  const prepared = await prepare();
  running.prepared = prepared;
  // Beside each other: filling waits for the database half of its time, and a newcomer for both.
  const [distDir] = await Promise.all([
    ensureBuild(),
    prepared.kantorEnv === 'demo' ? seedDemoOnce() : undefined,
  ]);
  const server = startAppServer({ distDir, port: prepared.port });
  running.server = server;
  if (await server.ready) announce(prepared);
  const code = await server.ended;
  throw new Error(`The server ended by itself (${code ?? 'killed'}).`);
}

function announce({ kantorEnv, port }: Prepared): void {
  console.log(`\nKantor is at ${process.env.KANTOR_URL} (port ${port})`);
  if (kantorEnv !== 'demo') return;
  const people = ['owner', 'admin', 'operator', 'cashier', 'customer'].map((name) => `  ${name}@kantor.test`);
  console.log(`\nSign in with the password kantor-demo as\n${people.join('\n')}\n\nCtrl-C stops it.`);
}
