import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/azurite.setup.ts'],
    setupFiles: ['test/support/tidy.setup.ts'],
    // Files of one worker share their modules: loading the libraries for each took a quarter of the run.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
