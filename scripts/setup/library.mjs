// Step: compile src/ to dist/, where notebooks find `nnlab`.
import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, hashOf, inProject, textOf } from './project.mjs';
import { run } from './run.mjs';

const BUNDLER = 'scripts/browser.mjs';
const OUT = inProject('dist');
/** What is not compiled, but belongs to the library wherever it is installed.
 * @type {readonly (readonly [from: string, to: string])[]} */
const COPIED = [
  ['scripts/before-tensorflow.cjs', 'before-tensorflow.cjs'],
  ['src/platform/node/hdf5-worker.mjs', 'platform/node/hdf5-worker.mjs'],
  ['src/platform/hdf5/arrays.mjs', 'platform/hdf5/arrays.mjs'],
  ['scripts/nnlab-info.mjs', 'nnlab-info.mjs'],
  ['data/sample', 'data/sample'],
];
const STAMP = join(OUT, '.made-from');

/** @type {import('./steps.mjs').Step} */
export const library = {
  name: 'library',
  isDone: () => existsSync(join(OUT, 'index.js')) && textOf(STAMP) === inputs(),
  async run(progress) {
    const made = inputs();
    const part = join(cache, 'dist.part');
    const old = join(cache, 'dist.old');
    for (const folder of [part, old]) rmSync(folder, { recursive: true, force: true });
    const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
    await run(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', part], {
      doing: 'tsc compiles src/ to dist/',
      failed: 'src/ does not compile',
      cure: 'Correct the lines named above (or take them back: git checkout src), then call again.',
      progress,
    });
    for (const [from, to] of COPIED) {
      if (existsSync(inProject(from))) cpSync(inProject(from), join(part, to), { recursive: true });
    }
    // A running kernel or test never sees half a library, and no file of a deleted source stays behind.
    if (existsSync(OUT)) renameSync(OUT, old);
    renameSync(part, OUT);
    rmSync(old, { recursive: true, force: true });
    await run(process.execPath, [inProject(BUNDLER)], {
      doing: 'esbuild bundles the handouts',
      failed: "the handouts' pages could not be bundled",
      cure: 'Correct the lines named above (or take them back: git checkout handouts), then call again.',
      progress,
    });
    writeFileSync(STAMP, made);
    return 'src/ compiled to dist/';
  },
};

const inputs = () =>
  hashOf({
    paths: [
      'src',
      'handouts/browser',
      'handouts/templates/nnlab/style/colours.css',
      BUNDLER,
      'scripts/before-tensorflow.cjs',
      'scripts/nnlab-info.mjs',
      'data/sample',
      'tsconfig.json',
      'node_modules/typescript/package.json',
    ],
  });
