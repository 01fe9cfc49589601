// npm run api: a page for each public name, with its sentence and its example, in build/handouts/api; the course
// page links to it when it is made after it.
import { join } from 'node:path';
import { programsFromNpm } from './setup/from-npm.mjs';
import { run } from './setup/run.mjs';
import { afterSetUp } from './setup/steps.mjs';

const OUT = join('build', 'handouts', 'api');

/** @type {Readonly<Record<string, string>>} */
const SETTINGS = {
  entryPoints: 'src/index.ts',
  tsconfig: 'tsconfig.json',
  out: OUT,
  name: 'nnlab: every name',
  readme: 'none',
  sort: 'source-order',
  // Types of TensorFlow.js and Polars are theirs to describe.
  excludeExternals: 'true',
  'validation.notExported': 'false',
  // Where a name stands in the sources, without an address: these pages work offline.
  disableSources: 'true',
  logLevel: 'Warn',
};

await afterSetUp(async () => {
  const folder = await programsFromNpm('api', 'typedoc');
  const typedoc = join(folder, 'node_modules', 'typedoc', 'bin', 'typedoc');
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => [`--${name}`, value]);
  const said = await run(process.execPath, [typedoc, ...settings], {
    failed: 'typedoc could not make the pages',
    cure: 'Correct the lines named above, then call again.',
  });
  console.log(`${said}${OUT}/index.html`);
});
