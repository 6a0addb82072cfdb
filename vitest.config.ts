import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const made = ['.build/**', '.data/**', '.next/**', '.test/**', 'e2e/**'];
const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // A guard against hanging, not a measure of speed: two busy cores are slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...configDefaults.exclude, ...made, '**/*.db.test.ts'],
          setupFiles: ['./scripts/testing/environment.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: [...configDefaults.exclude, ...made],
          globalSetup: ['./scripts/testing/database-cluster.ts'],
          setupFiles: ['./scripts/testing/environment.ts', './scripts/testing/own-database.ts'],
          // Crowds wait in line there, however busy the machine: how fast they are served is not what is tested.
          env: { DATABASE_WAIT_MS: '30000' },
        },
      },
      {
        extends: true,
        test: {
          // Against the production build over HTTP: what is killed, closed or overrun here are real processes.
          name: 'faults',
          include: ['e2e/faults/**/*.test.ts'],
          globalSetup: ['./scripts/testing/production-build.ts', './scripts/testing/database-cluster.ts'],
          setupFiles: ['./scripts/testing/environment.ts', './scripts/testing/own-database.ts'],
          testTimeout: 150_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
