import { join } from 'node:path';
import { lessonNames, root } from '../lessons.mjs';
import { cellsOf, ownKernels, plainKernels } from './lib/kernels.mjs';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'kernel: every cell of every lesson, checked and compiled',
    compares:
      'CPU seconds of a fresh kernel for each lesson, its start with them; no cell runs. tslab mended by ' +
      'scripts/kernel, and tslab as it is',
    target: { best: 0.5, median: 0.5 },
    rounds: 1,
    async prepare({ startPeer }) {
      const driver = await startPeer('compiling.py');
      const folder = join(root, 'notebooks');
      const lessons = lessonNames()
        .map(cellsOf)
        .filter((cells) => cells.length);
      /** @param {string} prefix */
      const measure = async (prefix) => (await driver.ask({ prefix, folder, lessons })).seconds;
      const plain = plainKernels();
      return {
        ours: () => measure(ownKernels),
        theirs: () => measure(plain),
        close: () => driver.close(),
      };
    },
  },
];
