import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { Adadelta } from '../../src/optimizers/adadelta';
import { Adagrad } from '../../src/optimizers/adagrad';
import { Adamax } from '../../src/optimizers/adamax';
import { AdamW } from '../../src/optimizers/adamw';
import { CenteredRMSProp } from '../../src/optimizers/centered-rmsprop';
import { Ftrl } from '../../src/optimizers/ftrl';
import { Nadam } from '../../src/optimizers/nadam';
import { train } from '../../src/train/train';

const betas = { learningRate: 0.02, beta1: 0.8, beta2: 0.9, epsilon: 1e-4 };
const strengths = {
  l1RegularizationStrength: 0.001,
  l2RegularizationStrength: 0.02,
  l2ShrinkageRegularizationStrength: 0.03,
};

const optimizers: readonly (readonly [string, () => tf.Optimizer])[] = [
  ['AdamW', () => new AdamW({ ...betas, weightDecay: 0.1 })],
  ['Adamax', () => new Adamax(betas)],
  ['Nadam', () => new Nadam(betas)],
  [
    'Adagrad',
    () => new Adagrad({ learningRate: 0.1, initialAccumulatorValue: 0.1, epsilon: 1e-7 }),
  ],
  ['Adadelta', () => new Adadelta({ learningRate: 1, rho: 0.9, epsilon: 1e-3 })],
  [
    'Ftrl',
    () =>
      new Ftrl({
        learningRate: 0.1,
        learningRatePower: -0.5,
        initialAccumulatorValue: 0.1,
        beta: 0.1,
        ...strengths,
      }),
  ],
  [
    'RMSProp, centered',
    () =>
      new CenteredRMSProp({
        learningRate: 0.01,
        decay: 0.9,
        momentum: 0.5,
        epsilon: 1e-7,
        centered: true,
      }),
  ],
];

function network(optimizer: tf.Optimizer): tf.Sequential {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 3 });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [5], units: 4, activation: 'tanh', kernelInitializer }),
      tf.layers.dense({ units: 3, activation: 'softmax', kernelInitializer }),
    ],
  });
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy' });
  return model;
}

const weights = (model: tf.LayersModel) => model.getWeights().flatMap((one) => [...one.dataSync()]);

test.each(optimizers)('train and fit learn the same: %s', async (_, make) => {
  const images = tf.randomNormal([40, 5], 0, 1, 'float32', 4);
  const labels = tf.range(0, 40).mod(tf.scalar(3)) as tf.Tensor1D;
  const [byGraph, byFit] = [network(make()), network(make())];
  const start = weights(byGraph);
  await train(
    byGraph,
    { images, labels },
    { epochs: 3, batchSize: 8, shuffle: false, silent: true },
  );
  await byFit.fit(images, labels, { epochs: 3, batchSize: 8, shuffle: false, verbose: 0 });
  const [graph, fit] = [weights(byGraph), weights(byFit)];
  expect(Math.max(...graph.map((value, i) => Math.abs(value - (fit[i] ?? NaN))))).toBeLessThan(
    1e-5,
  );
  expect(Math.max(...graph.map((value, i) => Math.abs(value - (start[i] ?? NaN))))).toBeGreaterThan(
    0.01,
  );
});

test.each(optimizers)('disposed of, it leaves no tensor: %s', async (_, make) => {
  const before = tf.memory().numTensors;
  const model = network(make());
  const images = tf.ones([4, 5]);
  const labels = tf.zeros([4, 1]);
  await model.fit(images, labels, { verbose: 0 });
  model.optimizer.dispose();
  model.dispose();
  tf.dispose([images, labels]);
  expect(tf.memory().numTensors).toBe(before);
});
