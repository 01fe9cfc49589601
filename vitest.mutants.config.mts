import { relative } from 'node:path';
import Tinypool from 'tinypool';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import main from './vitest.config.mjs';

// All mutants are tried in one thread: vitest would begin another for each, and loading TensorFlow takes
// longer than most tests.
Tinypool.prototype.recycleWorkers = () => Promise.resolve();

/** Most mutants die in the first file that is asked, so the quickest is asked first. */
class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { cache, config } = this.ctx;
    const timeOf = ({ project, moduleId }: TestSpecification): number =>
      cache.getFileTestResults(`${project.name}:${relative(config.root, moduleId)}`)?.duration ?? 0;
    return Promise.resolve([...files].sort((a, b) => timeOf(a) - timeOf(b)));
  }
}

// What `npm run mutants` asks after each change: the tests of the changed folder, where scripts/mutants.mjs says.
export default defineConfig({
  test: {
    ...main.test,
    include: (process.env['NNLAB_MUTANTS_TESTS'] ?? '').split(' '),
    exclude: [
      // They take minutes and are there for what no single place of the code can spoil.
      ...['test/train/same-as-fit.test.ts', 'test/data/mutated.test.ts', 'test/data/facts.test.ts'],
      // What it damages is refused by the files that say how, in tests of their own.
      'test/keras/hostile.test.ts',
      // They begin processes, and wait for them.
      ...['test/keras/interrupted.test.ts', 'test/keras/resume.test.ts'],
      // It measures memory, in which other tests' arrays lie too where all share a thread.
      'test/data/until-asked.test.ts',
    ],
    sequence: { sequencer: QuickestFirst },
    setupFiles: ['test/setup.ts', 'scripts/mutants/setup.mjs'],
    // Stryker runs the tests in a thread of its own process, which a mutant that never ends takes down with it.
    isolate: false,
    // A test that a mutant has broken leaves nothing behind for the next one.
    restoreMocks: true,
    unstubEnvs: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
