/** Runs once in each server process before its first answer. */
export async function register(): Promise<void> {
  // In this very form the bundler leaves the import out of other runtimes.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { runBesideServer } = await import('@/lib/jobs/beside-server');
    runBesideServer();
    const { watchRequestStart } = await import('@/lib/request-start');
    watchRequestStart();
  }
}
