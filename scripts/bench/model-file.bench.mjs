// Saving and opening the lessons' model with its optimizer, beside Keras.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { flatten128, loadModel, saveModel, train } from 'nnlab';
import { seconds } from './lib/row.mjs';

const compares =
  'flatten128 with Adam, trained for two steps, warm on both sides; nnlab also waits for the disk';

async function trained() {
  const model = flatten128();
  const loss = 'sparseCategoricalCrossentropy';
  model.compile({ optimizer: 'adam', loss, metrics: ['accuracy'] });
  const images = tf.randomUniform([64, 28, 28]);
  const labels = /** @type {tf.Tensor1D} */ (tf.zeros([64]));
  await train(model, { images, labels }, { silent: true });
  return model;
}

/**
 * Both sides work on a file of their own, which is there before the first round.
 * @param {import('./lib/row.mjs').Bench} bench
 * @param {'save' | 'load'} work
 */
async function prepare({ startPeer }, work) {
  const folder = mkdtempSync(join(tmpdir(), 'model-file-'));
  const keras = await startPeer('model-file.py');
  const path = join(folder, 'nnlab.keras');
  const model = await trained();
  const tasks = {
    save: () => saveModel(model, path),
    load: async () => (await loadModel(path)).dispose(),
  };
  for (let warm = 0; warm < 3; warm++) for (const task of [tasks.save, tasks.load]) await task();
  return {
    ours: () => seconds(tasks[work]),
    theirs: async () => (await keras.ask({ [work]: join(folder, 'keras.keras') })).seconds,
    close: () => {
      keras.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** @type {import('./lib/row.mjs').Row[]} */
export const rows = [
  {
    name: 'save a model with its optimizer',
    compares,
    target: { median: 1 },
    rounds: 15,
    prepare: (bench) => prepare(bench, 'save'),
  },
  {
    name: 'load a model with its optimizer',
    compares,
    target: { median: 1 },
    rounds: 15,
    prepare: (bench) => prepare(bench, 'load'),
  },
];
