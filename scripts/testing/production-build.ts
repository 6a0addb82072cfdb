import type { TestProject } from 'vitest/node';
import { ensureBuild } from '../build';

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory of the production build of the present sources. */
    distDir: string;
  }
}

/** Builds the application once for all tests that serve it; browser tests serve the same build. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('distDir', await ensureBuild());
}
