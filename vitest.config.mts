import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      ...['test/peers/**', 'test/nodes/**', 'test/npms/**', 'test/container/build.test.ts'],
      // Figures need a machine of their own: `npm run site -- --test`.
      ...(process.env['NNLAB_LESSONS'] === 'all' ? [] : ['test/site/figures.browser.test.ts']),
    ],
    setupFiles: ['test/setup.ts'],
    // TensorFlow's native part does not live well in worker threads.
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2 } },
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    // A busy machine may need more than vitest's second until a page shows what it should.
    expect: { poll: { timeout: 20_000 } },
  },
});
