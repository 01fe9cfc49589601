import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import { readOptimizer } from '../../src/keras/read-optimizer';
import { optimizerArrays, optimizerConfig } from '../../src/keras/write-optimizer';
import { Adadelta } from '../../src/optimizers/adadelta';
import { Adagrad } from '../../src/optimizers/adagrad';
import { Adamax } from '../../src/optimizers/adamax';
import { AdamW } from '../../src/optimizers/adamw';
import { CenteredRMSProp } from '../../src/optimizers/centered-rmsprop';
import { Ftrl } from '../../src/optimizers/ftrl';
import { Nadam } from '../../src/optimizers/nadam';
import { stepsDone } from '../../src/tfjs/optimizer-state';

const betas = { learningRate: 0.02, beta1: 0.8, beta2: 0.9, epsilon: 1e-4 };
const kerasBetas = { learning_rate: 0.02, beta_1: 0.8, beta_2: 0.9, epsilon: 1e-4 };
const rms = { learningRate: 0.02, decay: 0.8, epsilon: 1e-4, centered: true };
const kerasRms = { learning_rate: 0.02, rho: 0.8, epsilon: 1e-4 };

/** The weights of the network below. */
const [K, B] = [[3, 2], [2]];
const sideBySide = [K, K, B, B];
const oneAfterTheOther = [K, B, K, B];

/** An optimizer, what Keras calls it, its settings there, and the shapes of what it has gathered. */
type Row = readonly [keras: string, make: () => tf.Optimizer, config: object, shapes: number[][]];

const rows: readonly Row[] = [
  ['SGD', () => tf.train.sgd(0.1), { learning_rate: 0.1 }, []],
  [
    'SGD',
    () => tf.train.momentum(0.3, 0.9, true),
    { learning_rate: 0.3, momentum: 0.9, nesterov: true },
    [K, B],
  ],
  [
    'RMSprop',
    () => tf.train.rmsprop(0.02, 0.8, 0, 1e-4),
    { ...kerasRms, momentum: 0, centered: false },
    [K, B],
  ],
  [
    'RMSprop',
    () => tf.train.rmsprop(0.02, 0.8, 0.5, 1e-4),
    { ...kerasRms, momentum: 0.5, centered: false },
    oneAfterTheOther,
  ],
  [
    'RMSprop',
    () => new CenteredRMSProp({ ...rms, momentum: 0 }),
    { ...kerasRms, momentum: 0, centered: true },
    oneAfterTheOther,
  ],
  [
    'RMSprop',
    () => new CenteredRMSProp({ ...rms, momentum: 0.5 }),
    { ...kerasRms, momentum: 0.5, centered: true },
    [...oneAfterTheOther, K, B],
  ],
  ['Adam', () => tf.train.adam(0.02, 0.8, 0.9, 1e-4), kerasBetas, sideBySide],
  [
    'AdamW',
    () => new AdamW({ ...betas, weightDecay: 0.1 }),
    { ...kerasBetas, weight_decay: 0.1 },
    sideBySide,
  ],
  ['Adamax', () => new Adamax(betas), kerasBetas, sideBySide],
  ['Nadam', () => new Nadam(betas), kerasBetas, [...sideBySide, []]],
  [
    'Adagrad',
    () => new Adagrad({ learningRate: 0.1, initialAccumulatorValue: 0.5, epsilon: 1e-4 }),
    { learning_rate: 0.1, initial_accumulator_value: 0.5, epsilon: 1e-4 },
    [K, B],
  ],
  [
    'Adadelta',
    () => new Adadelta({ learningRate: 1, rho: 0.9, epsilon: 1e-3 }),
    { learning_rate: 1, rho: 0.9, epsilon: 1e-3 },
    sideBySide,
  ],
  [
    'Ftrl',
    () =>
      new Ftrl({
        learningRate: 0.1,
        learningRatePower: -0.5,
        initialAccumulatorValue: 0.5,
        beta: 0.1,
        l1RegularizationStrength: 0.001,
        l2RegularizationStrength: 0.02,
        l2ShrinkageRegularizationStrength: 0.03,
      }),
    {
      learning_rate: 0.1,
      learning_rate_power: -0.5,
      initial_accumulator_value: 0.5,
      beta: 0.1,
      l1_regularization_strength: 0.001,
      l2_regularization_strength: 0.02,
      l2_shrinkage_regularization_strength: 0.03,
    },
    sideBySide,
  ],
];

/** A network that has made so many steps with the optimizer. */
async function trained(optimizer: tf.Optimizer, steps: number): Promise<tf.Sequential> {
  const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2 })] });
  model.compile({ optimizer, loss: 'meanSquaredError' });
  for (let step = 0; step < steps; step++) await makeStep(model);
  return model;
}

async function makeStep(model: tf.Sequential): Promise<void> {
  const [x, y] = [tf.tensor2d([[1, -2, 3]]), tf.tensor2d([[0.5, -1]])];
  await model.trainOnBatch(x, y);
  tf.dispose([x, y]);
}

/** Shapes of the arrays behind step count and learning rate, in the order of the file. */
const shapesIn = (arrays: Awaited<ReturnType<typeof optimizerArrays>>) =>
  [...arrays.entries()]
    .filter(([place]) => place.startsWith('optimizer/vars/'))
    .map(([, { shape }]) => shape)
    .slice(2);

/** All that a step changes. */
const stateOf = async (model: tf.Sequential) =>
  [...model.getWeights(), ...(await model.optimizer.getWeights()).map(({ tensor }) => tensor)].map(
    (tensor) => tensor.arraySync(),
  );

describe.each(rows)('%s', (keras, make, config, shapes) => {
  test('is written as Keras calls it, with all its settings', () => {
    const optimizer = make();
    expect(optimizerConfig(optimizer)).toMatchObject({
      module: 'keras.optimizers',
      class_name: keras,
      config,
      registered_name: null,
    });
    optimizer.dispose();
  });

  test('has its arrays where Keras looks for them, in its order', async () => {
    const model = await trained(make(), 2);
    const arrays = await optimizerArrays(model);
    expect(shapesIn(arrays)).toEqual(shapes);
    expect(arrays.get('optimizer/vars/0')).toEqual({ shape: [], data: BigInt64Array.of(2n) });
    const { learning_rate: rate } = config as { learning_rate: number };
    expect(arrays.get('optimizer/vars/1')).toEqual({ shape: [], data: Float32Array.of(rate) });
    model.optimizer.dispose();
    model.dispose();
  });

  test('goes on from a file as if it had never been left, to the last bit', async () => {
    const model = await trained(make(), 7);
    const { optimizer } = model;
    const json: unknown = JSON.parse(JSON.stringify(optimizerConfig(optimizer)));
    const read = await readOptimizer(json, await optimizerArrays(model), model);
    expect(read.constructor).toBe(optimizer.constructor);
    expect(read.getConfig()).toEqual(optimizer.getConfig());
    expect(stepsDone(read)).toBe(7);
    const other = await trained(read, 0);
    other.setWeights(model.getWeights());
    for (const one of [model, other]) await makeStep(one);
    expect(await stateOf(other)).toEqual(await stateOf(model));
    for (const one of [read, optimizer, model, other]) one.dispose();
  });
});

test('what momentum gathers is written times the rate, as in Keras, and as it is for nnlab', async () => {
  const model = await trained(tf.train.momentum(0.3, 0.9), 2);
  const arrays = await optimizerArrays(model);
  const [, velocity] = await model.optimizer.getWeights();
  const own = [...(velocity?.tensor.dataSync<'float32'>() ?? [])];
  const times = (factor: number) => own.map((value) => Math.fround(value * factor));
  expect([...(arrays.get('optimizer/vars/2')?.data ?? [])]).toEqual(times(-0.3));
  expect([...(arrays.get('nnlab/optimizer/0')?.data ?? [])]).toEqual(own);
  model.optimizer.dispose();
  model.dispose();
});

test('a setting that no file can hold is refused with the optimizer it is of', () => {
  const optimizer = tf.train.adam(Infinity);
  expect(() => optimizerConfig(optimizer)).toThrow(
    'The optimizer Adam cannot be saved: its learningRate should be a number, but is null.',
  );
  optimizer.dispose();
});

test('an optimizer that computes otherwise than Keras is refused, with those that do not', () => {
  expect(() => optimizerConfig(tf.train.adagrad(0.1))).toThrow(
    'The optimizer Adagrad cannot be saved: TensorFlow.js computes otherwise there than Keras. ' +
      'SGD, Momentum, RMSProp and Adam can be saved.',
  );
});

describe('before the first step', () => {
  test.each<[string, () => tf.Optimizer, number[]]>([
    ['Adagrad', () => rows[10]?.[1]() as tf.Optimizer, [0.5, 0.5]],
    ['Ftrl', () => rows[12]?.[1]() as tf.Optimizer, [0.5, 0, 0.5, 0]],
    ['Adam', () => tf.train.adam(), [0, 0, 0, 0]],
  ])('%s has gathered what Keras begins with', async (_, make, firsts) => {
    const model = await trained(make(), 0);
    const arrays = [...(await optimizerArrays(model)).entries()].filter(([place]) =>
      place.startsWith('optimizer/vars/'),
    );
    const slots = arrays.slice(2).map(([, { data }]) => [...(data as Float32Array)]);
    const lengths = firsts.length === 2 ? [6, 2] : [6, 6, 2, 2];
    expect(slots).toEqual(firsts.map((value, i) => Array(lengths[i] ?? 0).fill(value)));
    model.optimizer.dispose();
    model.dispose();
  });
});
