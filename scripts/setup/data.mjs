// Step: the data sets, found, verified or downloaded by `npm run data`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, hashOf, inProject, beforeTensorflow, textOf } from './project.mjs';
import { run } from './run.mjs';

const SCRIPT = inProject('scripts', 'data.mjs');
const STAMP = join(cache, 'setup', 'data.txt');

/** @type {import('./steps.mjs').Step} */
export const data = {
  name: 'data',
  isDone: () => !existsSync(SCRIPT) || textOf(STAMP) === inputs(),
  async run(progress) {
    const said = await run(process.execPath, ['--require', beforeTensorflow, SCRIPT], {
      doing: 'looking for the data sets',
      failed: 'the data sets could not be got ready',
      cure: 'Run `npm run data` to see which file is meant, then call again.',
      progress,
    });
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, inputs());
    return said.trim().split('\n').at(-1) ?? '';
  },
};

const inputs = () =>
  hashOf({ texts: [process.env['NNLAB_DATA'] ?? ''], paths: ['scripts/data.mjs'] });
