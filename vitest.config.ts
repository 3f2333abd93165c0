import { defineConfig } from 'vitest/config';
import { patience, TEST_MS } from './test/support/patience.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/azurite.setup.ts'],
    setupFiles: ['test/support/tidy.setup.ts'],
    // Files of one worker share their modules: loading the libraries for each took a quarter of the run.
    isolate: false,
    // Guards against what hangs, and nothing else: no test has another one.
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: patience },
    maxWorkers: 2,
    // Node 24.15 and later crash now and then while V8's Maglev compiles and processors are short (nodejs/node#64841).
    execArgv: ['--no-maglev'],
  },
});
