// One part of a training, in a process of its own: node resume.mjs whole|first|rest <network> <file>
// Prints a digest of all that training has changed, to the last bit.
import { createHash } from 'node:crypto';
import { argv, stdout } from 'node:process';
import * as tf from '@tensorflow/tfjs-node';
import { historyOf, loadModel, saveModel, setSeed, train } from 'nnlab';

const EXAMPLES = 300;
const [part, name, file] = /** @type {[string, keyof typeof networks, string]} */ (
  /** @type {unknown} */ (argv.slice(2))
);

const image = { inputShape: [8, 8, 1] };
const { dense, dropout, flatten, leakyReLU, conv2d, batchNormalization, maxPooling2d } = tf.layers;

/** @type {Record<string, () => { layers: tf.layers.Layer[], optimizer: string | tf.Optimizer }>} */
const networks = {
  dropout: () => ({
    layers: [flatten(image), dense({ units: 12, activation: 'relu' }), dropout({ rate: 0.3 })],
    optimizer: 'adam',
  }),
  leaky: () => ({
    layers: [
      flatten(image),
      dense({ units: 9 }),
      leakyReLU({ alpha: 0.1 }),
      dropout({ rate: 0.2 }),
    ],
    optimizer: 'rmsprop',
  }),
  momentum: () => ({
    layers: [flatten(image), dense({ units: 9, activation: 'tanh' })],
    optimizer: tf.train.momentum(0.03, 0.9),
  }),
  images: () => ({
    layers: [
      conv2d({ ...image, filters: 3, kernelSize: 3 }),
      batchNormalization(),
      maxPooling2d({ poolSize: 2 }),
      flatten(),
    ],
    optimizer: tf.train.adam(0.003),
  }),
};

function build() {
  const { layers, optimizer } = networks[name]?.() ?? { layers: [], optimizer: '' };
  const output = dense({ units: 10, activation: 'softmax' });
  const model = tf.sequential({ layers: [...layers, output] });
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

function examples() {
  const images = tf.randomUniform([EXAMPLES, 8, 8, 1], 0, 1, 'float32', 5);
  const labels = /** @type {tf.Tensor1D} */ (tf.range(0, EXAMPLES).mod(tf.scalar(10)));
  return { images, labels };
}

/** @param {tf.LayersModel} model */
async function digest(model) {
  const hash = createHash('sha256');
  for (const weight of model.getWeights()) hash.update(weight.dataSync());
  for (const { tensor } of await model.optimizer.getWeights()) hash.update(tensor.dataSync());
  return hash.update(JSON.stringify(historyOf(model))).digest('hex');
}

setSeed(42);
const options = { batchSize: 32, validation: 0.1, silent: true };
const model = part === 'rest' ? await loadModel(file) : build();
if (part === 'whole') await train(model, examples(), { ...options, epochs: 4 });
if (part === 'first') await train(model, examples(), { ...options, epochs: 2 });
if (part === 'rest') await train(model, examples(), { ...options, initialEpoch: 2, epochs: 4 });
if (part === 'first') await saveModel(model, file);
stdout.write(await digest(model));
