// Step: the types of the packages, rolled into one file each for the kernel, of which only those are made anew
// whose package is another.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, hashOf, inProject, textOf } from './project.mjs';
import { run } from './run.mjs';

const ROLLER = 'scripts/types.mjs';
const LIST = 'scripts/types/rolls.json';
const OUT = join(cache, 'types');

/** @type {import('./steps.mjs').Step} */
export const types = {
  name: 'types',
  isDone: () => due().length === 0,
  async run(progress) {
    const files = due();
    await run(process.execPath, [inProject(ROLLER), ...files], {
      doing: 'the types of the packages are rolled for the kernel',
      failed: 'the types of the packages could not be rolled',
      cure: 'Delete node_modules and .cache/types, then call again.',
      progress,
    });
    mkdirSync(OUT, { recursive: true });
    for (const file of files) writeFileSync(stampOf(file), inputs(file));
    return `${files.join(', ')} for the kernel`;
  },
};

/** The files that are missing or no longer right. */
const due = () =>
  Object.keys(JSON.parse(readFileSync(inProject(LIST), 'utf8'))).filter(
    (file) => textOf(stampOf(file)) !== inputs(file),
  );

/** @param {string} file */
const stampOf = (file) => join(OUT, `${file}.made-from`);

/** @param {string} file */
function inputs(file) {
  const packages = file === 'nnlab.d.ts' ? 'dist/.made-from' : 'package-lock.json';
  return hashOf({ paths: [ROLLER, 'scripts/types', packages] });
}
