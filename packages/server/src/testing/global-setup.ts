import type { TestProject } from 'vitest/node';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  // Declaration merging works on an interface only.
  interface ProvidedContext {
    /** URL of the run's PostgreSQL, as its superuser. */
    testServerUrl: string;
  }
}

/** Starts the run's PostgreSQL before the first test file and removes it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('testServerUrl', server.url);
  return server.stop;
}
