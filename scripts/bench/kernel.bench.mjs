import { join } from 'node:path';
import { root } from '../lessons.mjs';
import { CODE_ALONG, cellsOf, ownKernels, plainKernels } from './lib/kernels.mjs';

/** @type {[string, string, number | undefined][]} name, what is measured, ours divided by theirs at most */
const MEASURED = [
  ['kernel: start until it is ready', 'ready', 0.5],
  ['kernel: start until its compiler has read all types', 'warmed up', undefined],
  ['kernel: the import cell of lesson 2', 'import', 0.6],
  ['kernel: a warm cell, trivial', 'trivial', 0.2],
  ['kernel: a warm cell with names of tf and nnlab', 'names', 0.4],
];

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = MEASURED.map(([name, part, median]) => ({
  name,
  compares:
    'CPU seconds of a fresh kernel each time; tslab mended by scripts/kernel, and tslab as it is',
  ...(median === undefined ? {} : { target: { median } }),
  async prepare({ startPeer }) {
    const driver = await startPeer('kernel.py');
    const [folder, [imports]] = [join(root, 'notebooks'), cellsOf(CODE_ALONG)];
    /** @param {string} prefix */
    const measure = async (prefix) => (await driver.ask({ prefix, folder, imports }))[part];
    const plain = plainKernels();
    return {
      ours: () => measure(ownKernels),
      theirs: () => measure(plain),
      close: () => driver.close(),
    };
  },
}));
