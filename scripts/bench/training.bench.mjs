import * as tf from '@tensorflow/tfjs-node';
import {
  dense100x75,
  dense128,
  disposeExamples,
  dropout128,
  evaluate,
  leaky128x64,
  loadFashion,
  toTensors,
  train,
} from 'nnlab';
import { secondEpoch } from './lib/epoch.mjs';
import { trainingRows } from './lib/images.mjs';
import { startKeras } from './lib/keras.mjs';
import { seconds } from './lib/row.mjs';

/** @typedef {import('./lib/row.mjs').Row} Row */
/** @typedef {import('./lib/row.mjs').Bench} Bench */

/** The lessons' networks and optimizers; training.py has the same under the same names. */
const lessons = {
  dense128: { build: dense128, optimizer: () => tf.train.adam() },
  dropout128: { build: dropout128, optimizer: () => tf.train.adam() },
  dense100x75: { build: dense100x75, optimizer: () => tf.train.sgd(0.01) },
  leaky128x64: { build: leaky128x64, optimizer: () => tf.train.rmsprop(0.001, 0.9, 0, 1e-7) },
  // No lesson's, but what a reader tries next.
  convolution: { build: convolution, optimizer: () => tf.train.adam() },
};

function convolution() {
  const { reshape, conv2d, maxPooling2d, flatten, dense } = tf.layers;
  return tf.sequential({
    layers: [
      reshape({ inputShape: [784], targetShape: [28, 28, 1] }),
      conv2d({ filters: 16, kernelSize: 3, activation: 'relu' }),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
      dense({ units: 10, activation: 'softmax' }),
    ],
  });
}

const EPOCH =
  'one epoch of 54,000 Fashion-MNIST images at batch 32 and validation on 6,000, both warm: ' +
  'the second epoch of a call of train, with progress and Stop on, against a call of Keras’ ' +
  'fit on a traced model, silent.';

/** @type {Row[]} */
export const rows = [
  epochRow('784-128-10, Adam', 'dense128', { best: 0.18, median: 0.22 }),
  epochRow(
    '784-128-10, Adam, to steps_per_execution=100',
    'dense128',
    { best: 0.4, median: 0.4 },
    100,
  ),
  epochRow('with dropout, Adam', 'dropout128', { best: 0.25, median: 0.25 }),
  epochRow('100-75, SGD', 'dense100x75', { best: 0.32, median: 0.32 }),
  epochRow('LeakyReLU 128-64, RMSprop', 'leaky128x64', { best: 0.25, median: 0.25 }),
  epochRow('convolution 3x3x16, Adam', 'convolution', { best: 1, median: 1 }),
  shortRow(7),
  // The first number of steps that a graph makes.
  shortRow(65),
  {
    name: 'evaluate 10,000 images',
    compares: '784-128-10, loss and accuracy, warm; Keras at its default batch of 32.',
    target: { best: 0.5, median: 0.5 },
    rounds: 9,
    async prepare(bench) {
      const { model, test, keras, close } = await bothSides(bench, 'dense128');
      evaluate(model, test);
      return {
        ours: () => seconds(() => evaluate(model, test)),
        theirs: async () => (await keras.ask({ do: 'evaluate' })).seconds,
        close,
      };
    },
  },
];

/**
 * @param {string} name
 * @param {keyof typeof lessons} lesson
 * @param {Row['target'] & object} target
 * @param {number} [stepsPerExecution]
 * @returns {Row}
 */
function epochRow(name, lesson, target, stepsPerExecution = 1) {
  return {
    name: `epoch, ${name}`,
    compares: EPOCH,
    target,
    async prepare(bench) {
      const { model, training, keras, close } = await bothSides(bench, lesson, stepsPerExecution);
      return {
        ours: () => secondEpoch(train, model, training),
        theirs: async () => (await keras.ask({ do: 'fit' })).seconds,
        close,
      };
    },
  };
}

/**
 * @param {number} steps
 * @returns {Row}
 */
function shortRow(steps) {
  const rows = 32 * steps - 8;
  return {
    name: `a training of ${steps} steps, to TensorFlow.js`,
    compares:
      '784-128-10 with Adam, built anew each time, one epoch of train, silent, against ' +
      'model.fit of TensorFlow.js in the same process; the last batch smaller than the others.',
    target: { best: 1, median: 1 },
    rounds: 9,
    prepare() {
      const images = tf.randomUniform([rows, 784]);
      const labels = tf.range(0, rows).mod(10).as1D();
      /** @param {(model: tf.LayersModel) => Promise<unknown>} learn */
      const timed = async (learn) => {
        const model = lessons.dense128.build();
        const loss = 'sparseCategoricalCrossentropy';
        model.compile({ optimizer: 'adam', loss, metrics: ['accuracy'] });
        const taken = await seconds(() => learn(model));
        model.dispose();
        return taken;
      };
      return Promise.resolve({
        ours: () => timed((model) => train(model, { images, labels }, { silent: true })),
        theirs: () => timed((model) => model.fit(images, labels, { verbose: 0 })),
        close: () => tf.dispose([images, labels]),
      });
    },
  };
}

/**
 * The same images and the same network on both sides.
 * @param {Bench} bench
 * @param {keyof typeof lessons} lesson
 */
async function bothSides(bench, lesson, stepsPerExecution = 1) {
  const data = await loadFashion();
  const keras = await startKeras(bench, data, lesson, stepsPerExecution);
  const { dispose, ...training } = trainingRows(data);
  const test = toTensors(data.test);
  const model = lessons[lesson].build();
  const optimizer = lessons[lesson].optimizer();
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const close = () => {
    keras.close();
    dispose();
    disposeExamples(test);
    model.dispose();
  };
  return { model, training, test, keras, close };
}
