import { nextTsconfig } from './build';
import { runNext } from './next-process';
import { prepare } from './prepare';
import { seedOnce } from './seed-once';
import { stopSignal } from './stop-signal';

/** `next dev` against the database of `npm start`. */
export async function dev(): Promise<void> {
  const stopped = stopSignal();
  const prepared = await prepare();
  try {
    if (prepared.kantorEnv === 'demo') await seedOnce();
    const next = runNext({
      args: ['dev', '--port', String(prepared.port)],
      env: { KANTOR_DIST_DIR: '.build/dev', KANTOR_NEXT_TSCONFIG: nextTsconfig() },
    });
    await Promise.race([stopped, next.ended]);
    await next.stop();
  } finally {
    await prepared.release();
  }
}
