import os from 'node:os';
import { defineConfig } from 'vitest/config';

// What is polled for is on its way: a busy machine is not a failure.
const waits = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

/** One configuration for every package. Only what needs a database pays for starting one. */
export default defineConfig({
  test: {
    // Many tests wait for a database, a browser or a process: one more worker than cores keeps two cores busy.
    maxWorkers: Math.max(2, os.availableParallelism() + 1),
    projects: [
      {
        test: { ...waits, name: 'values', include: ['packages/{core,contract,sdk,web}/src/**/*.test.{ts,tsx}', 'examples/**/*.test.ts'] },
      },
      {
        test: {
          ...waits,
          name: 'server',
          include: ['packages/server/{src,bin}/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
        },
      },
    ],
  },
});
