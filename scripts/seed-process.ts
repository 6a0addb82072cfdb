import { runBound } from './bound-process';

/** Fills the demo in a process of its own, which gives back its memory and its connections. */
export async function seedDemoOnce(): Promise<void> {
  const seeding = runBound({ args: ['--import', 'tsx', 'scripts/seed.ts'] });
  if ((await seeding.ended) !== 0) throw new Error('The demo could not be filled; why stands above.');
}
