import { defineConfig } from 'vitest/config';
import main from './vitest.config.mjs';

// What `npm run mutants` asks after each change: the tests of the changed folder, where scripts/mutants.mjs says.
export default defineConfig({
  test: {
    ...main.test,
    include: (process.env['NNLAB_MUTANTS_TESTS'] ?? '').split(' '),
    exclude: [],
    // Stryker asks for threads, in which TensorFlow's native part does not live well.
    poolMatchGlobs: [['**', 'forks']],
    isolate: false,
  },
});
