import os from 'node:os';
import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

/** One configuration for every package. Only what needs a database pays for starting one. */
export default defineConfig({
  test: {
    // Many tests wait for a database, a browser or a process: one more worker than cores keeps two cores busy.
    maxWorkers: Math.max(2, os.availableParallelism() + 1),
    projects: [
      {
        test: { ...timeouts, name: 'values', include: ['packages/{core,contract,sdk,web}/src/**/*.test.{ts,tsx}', 'examples/**/*.test.ts'] },
      },
      {
        test: {
          ...timeouts,
          name: 'server',
          include: ['packages/server/{src,bin}/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
        },
      },
    ],
  },
});
