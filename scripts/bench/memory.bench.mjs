import { join } from 'node:path';
import { root } from '../lessons.mjs';
import { CODE_ALONG, cellsOf, ownKernels, plainKernels } from './lib/kernels.mjs';

/** @type {[string, string, number][]} name, what is measured, ours divided by theirs at most */
const MEASURED = [
  ['memory: a kernel at rest after the imports of lesson 2', 'idle', 0.8],
  ['memory: lesson 2 in full, the most at once', 'most', 0.9],
];

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = MEASURED.map(([name, part, median]) => ({
  name,
  compares:
    "what a kernel has for itself, beside the libraries that all kernels of a machine share (Linux' RssAnon); " +
    'tslab mended by scripts/kernel, and tslab as it is',
  unit: 'MB',
  rounds: 2,
  target: { median },
  async prepare({ startPeer }) {
    const driver = await startPeer('memory.py');
    const [folder, cells] = [join(root, 'notebooks'), cellsOf(CODE_ALONG)];
    /** @param {string} prefix */
    const measure = async (prefix) => (await driver.ask({ prefix, folder, cells }))[part];
    const plain = plainKernels();
    return {
      ours: () => measure(ownKernels),
      theirs: () => measure(plain),
      close: () => driver.close(),
    };
  },
}));
