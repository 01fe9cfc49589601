// Programs that not everybody needs, taken from npm as packages: the list stands in scripts/<name>/, with its lock file.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from './packages.mjs';
import { cache, inProject, textOf } from './project.mjs';
import { setUp } from './steps.mjs';

const LISTS = ['package.json', 'package-lock.json'];
const SETTINGS = '.npmrc';

/**
 * @param {string} name of the list @param {string} title what it brings, for the line of set-up
 * @returns {Promise<string>} the folder in which they lie, in node_modules
 */
export async function programsFromNpm(name, title) {
  const folder = join(cache, name);
  const list = (/** @type {string} */ file) => inProject('scripts', name, file);
  /** @type {import('./steps.mjs').Step} */
  const step = {
    name: title,
    isDone: () =>
      LISTS.every((file) => textOf(join(folder, file)) === textOf(list(file))) &&
      existsSync(join(folder, 'node_modules', '.package-lock.json')),
    async run(progress) {
      mkdirSync(folder, { recursive: true });
      for (const file of LISTS) copyFileSync(list(file), join(folder, file));
      const settings = [inProject(SETTINGS), list(SETTINGS)].map(textOf).join('\n');
      writeFileSync(join(folder, SETTINGS), settings);
      await npmCi(folder, progress);
      return 'from npm';
    },
  };
  if (!step.isDone()) await setUp([step]);
  return folder;
}
