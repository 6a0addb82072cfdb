import type { TestProject } from 'vitest/node';
import { startTestCluster } from './test-cluster';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database that each test file gets a copy of. */
    templateUrl: string;
    /** For the superuser: tests of faults need one. */
    adminUrl: string;
  }
}

/** Starts PostgreSQL once for all database tests of a run; what it returns stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster('database', 'kantor_template');
  project.provide('templateUrl', cluster.url);
  project.provide('adminUrl', cluster.adminUrl);
  return cluster.stop;
}
