import { join } from 'node:path';
import { root } from '../lessons.mjs';
import { ownKernels } from './lib/kernels.mjs';

const OURS = {
  kernels: ownKernels,
  cell: [
    "import * as tf from '@tensorflow/tfjs-node';",
    "import { dense128, train } from 'nnlab';",
    'const model = dense128();',
  ].join('\n'),
  complete: 'model.pre',
  inspect: 'train',
};

const THEIRS = {
  kernels: null,
  cell: [
    'import keras',
    "model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10, 'softmax')])",
  ].join('\n'),
  complete: 'model.pre',
  inspect: 'model.fit',
};

/** @type {[string, string][]} name, what is asked */
const MEASURED = [
  ['help: Tab behind the dot of a model', 'complete'],
  ['help: Shift-Tab on train', 'inspect'],
];

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = MEASURED.map(([name, part]) => ({
  name,
  compares: "seconds until a warm kernel's answer, the median of nine; ipykernel with Keras",
  target: { seconds: 0.2 },
  async prepare({ startPeer }) {
    const driver = await startPeer('help.py');
    const folder = join(root, 'notebooks');
    /** @param {typeof OURS | typeof THEIRS} kernel */
    const measure = async (kernel) => (await driver.ask({ ...kernel, folder }))[part];
    return {
      ours: () => measure(OURS),
      theirs: () => measure(THEIRS),
      close: () => driver.close(),
    };
  },
}));
