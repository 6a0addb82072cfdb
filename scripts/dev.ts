import { next } from './app-server';
import { runBound } from './bound-process';
import { nextTsconfig } from './build';
import { prepare } from './prepare';
import { seedDemoOnce } from './seed-process';
import { stopSignal } from './stop-signal';

/** `next dev` against the database of `npm start`. */
export async function dev(): Promise<void> {
  const stopped = stopSignal();
  const prepared = await prepare();
  try {
    if (prepared.kantorEnv === 'demo') await seedDemoOnce();
    const server = runBound({
      args: [next, 'dev', '--port', String(prepared.port)],
      env: { KANTOR_DIST_DIR: '.build/dev', KANTOR_NEXT_TSCONFIG: nextTsconfig() },
    });
    await Promise.race([stopped, server.ended]);
    await server.stop();
  } finally {
    await prepared.release();
  }
}
