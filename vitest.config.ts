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
    // Two faults of V8 in Node 24 end a worker now and then: in Maglev while processors are short (nodejs/node#64841), and where a
    // wrapper of WebAssembly, which reads the answers to `fetch`, is made anew after so many calls (nodejs/node#64500).
    execArgv: ['--no-maglev', '--wasm-wrapper-tiering-budget=2000000000'],
  },
});
