import { csvPair, loadFashion } from 'nnlab';
import { join } from 'node:path';
import { executeFile, lessonFile, root } from '../lessons.mjs';
import { CODE_ALONG } from './lib/kernels.mjs';

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'the whole code-along, 20 epochs',
    compares:
      'kernel start to last cell, executed by nbclient, the CSV files there already: lesson 2 in ' +
      'tslab; the same steps and charts in ipykernel with pandas, Keras and matplotlib',
    target: { best: 0.3, median: 0.3 },
    async prepare({ startPeer }) {
      const { train, test } = csvPair(await loadFashion());
      const python = await startPeer('lesson.py');
      return {
        async ours() {
          const out = join(root, 'build', 'bench', `${CODE_ALONG}.ipynb`);
          const { seconds, error } = await executeFile(lessonFile(CODE_ALONG), out, 'full');
          if (error) throw new Error(`${CODE_ALONG} failed: ${error}`);
          return seconds;
        },
        theirs: async () => (await python.ask({ train, test }))['seconds'],
        close: () => python.close(),
      };
    },
  },
];
