import { existsSync } from 'node:fs';

/** Runs one of the commands behind `scripts/start.mjs`. */
export async function launch(command: string, args: string[]): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  switch (command) {
    case 'start':
      return (await import('./serve')).start();
    case 'dev':
      return (await import('./dev')).dev();
    case 'worker':
      return (await import('./worker')).worker();
    case 'owner':
      return (await import('./owner')).owner(args);
    case 'rotate-keys':
      return (await import('./rotate-keys')).rotateKeys();
    default:
      throw new Error(`There is no command "${command}".`);
  }
}
