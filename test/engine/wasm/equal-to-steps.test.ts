import * as tf from '@tensorflow/tfjs-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { StepTrainer } from '../../../src/engine/steps/step-trainer';
import { denseLayers } from '../../../src/engine/wasm/network';
import type { TrainingProgram } from '../../../src/engine/wasm/program';
import { WasmTrainer } from '../../../src/engine/wasm/wasm-trainer';
import {
  dense100x75,
  dropout128,
  flatten128,
  leaky128x64,
} from '../../../src/models/architectures';
import { setSeed } from '../../../src/random/random';
import { optimizerVariables, stepsDone } from '../../../src/tfjs/optimizer-state';
import { compiledProgram } from './compiled';

let program: () => TrainingProgram;
beforeAll(async () => {
  program = await compiledProgram('training');
}, 60_000);

const { layers } = tf;

/** Rows of few numbers, in a width that fills no block, with layers of odd sizes. */
function odd(...inner: tf.layers.Layer[]): tf.Sequential {
  return tf.sequential({
    layers: [
      layers.dense({ inputShape: [7], units: 13, activation: 'relu' }),
      ...inner,
      layers.dense({ units: 3, activation: 'softmax' }),
    ],
  });
}

const NETWORKS: Readonly<Record<string, () => tf.Sequential>> = {
  '784-128-10': flatten128,
  '784-100-75-10': dense100x75,
  'with LeakyReLU': leaky128x64,
  'with dropout': dropout128,
  'without a hidden layer': () =>
    tf.sequential({ layers: [layers.dense({ inputShape: [7], units: 3, activation: 'softmax' })] }),
  'with sigmoid': () => odd(layers.dense({ units: 5, activation: 'sigmoid' })),
  'with tanh': () => odd(layers.dense({ units: 5, activation: 'tanh' })),
  'with a linear layer': () => odd(layers.dense({ units: 5 })),
  'without biases': () => odd(layers.dense({ units: 5, useBias: false, activation: 'relu' })),
  'with two dropouts': () =>
    odd(layers.dropout({ rate: 0.3 }), layers.dense({ units: 9 }), layers.dropout({ rate: 0.5 })),
};

const OPTIMIZERS: Readonly<Record<string, () => tf.Optimizer>> = {
  SGD: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.02, 0.9),
  'Nesterov’s momentum': () => tf.train.momentum(0.02, 0.9, true),
  RMSprop: () => tf.train.rmsprop(0.001, 0.9, 0.3),
  Adam: () => tf.train.adam(0.002),
};

function compile(model: tf.Sequential, optimizer: tf.Optimizer): tf.Sequential {
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

const EXAMPLES = 150;

function examplesOf(model: tf.Sequential) {
  const shape = (model.inputs[0]?.shape ?? []).slice(1) as number[];
  const classes = model.outputs[0]?.shape.at(-1) as number;
  return {
    images: tf.randomUniform([EXAMPLES, ...shape], 0, 1, 'float32', 1),
    labels: tf.randomUniform([EXAMPLES, 1], 0, classes, 'int32', 2).toFloat(),
  };
}

/** Two epochs of four batches of 32 and one of 22, by one trainer or the other. */
async function trained(make: () => tf.Sequential, optimizer: tf.Optimizer, by: 'steps' | 'wasm') {
  setSeed(3);
  const model = compile(make(), optimizer);
  const examples = examplesOf(model);
  const network = denseLayers(model);
  if (!network) throw new Error('The program does not know this network.');
  const trainer =
    by === 'wasm'
      ? new WasmTrainer(model, network, program(), examples, 32)
      : new StepTrainer(model, examples, 32);
  const order = Int32Array.from({ length: EXAMPLES }, (_, i) => (i * 7) % EXAMPLES);
  await trainer.run(order, async () => true);
  const progress = await trainer.run(order, async () => true);
  trainer.dispose();
  const numbers = [...model.getWeights(), ...optimizerVariables(optimizer)];
  return { progress, numbers: numbers.map((one) => one.dataSync()), steps: stepsDone(optimizer) };
}

const cases = [
  ...Object.keys(NETWORKS).map((name) => [name, 'Adam'] as const),
  ...Object.keys(OPTIMIZERS).map((name) => ['with two dropouts', name] as const),
];

test.each(cases)('a network %s learns with %s what it learns step by step', async (name, how) => {
  const run = (by: 'steps' | 'wasm') =>
    trained(NETWORKS[name] as () => tf.Sequential, (OPTIMIZERS[how] as () => tf.Optimizer)(), by);
  const [own, wanted] = [await run('wasm'), await run('steps')];
  expect(own.steps).toBe(wanted.steps);
  expect(own.progress.steps).toBe(wanted.progress.steps);
  expect(own.progress.loss).toBeCloseTo(wanted.progress.loss, 4);
  expect(own.progress.accuracy).toBeCloseTo(wanted.progress.accuracy, 6);
  wanted.numbers.forEach((values, i) => {
    const far = Array.from(values, (value, k) => Math.abs(value - (own.numbers[i]?.[k] ?? NaN)));
    const sum = far.reduce((total, one) => total + one, 0);
    expect(sum / far.length).toBeLessThan(1e-5);
    // Adam takes a whole step for a slope that is nothing but rounding.
    expect(Math.max(...far)).toBeLessThan(1e-3);
  });
});

test('a loss that is no number ends the steps, and is told', async () => {
  const model = compile(odd(), tf.train.sgd(1e30));
  const network = denseLayers(model);
  const trainer = new WasmTrainer(model, network ?? [], program(), examplesOf(model), 32);
  const order = Int32Array.from({ length: EXAMPLES }, (_, i) => i);
  const { lostAt } = await trainer.run(order, async () => true);
  expect(lostAt).toBeGreaterThan(1);
  expect(lostAt).toBeLessThan(5);
});

describe('a network that the program does not know trains step by step:', () => {
  const others: Readonly<Record<string, () => tf.LayersModel>> = {
    'of convolutions': () => {
      const conv = layers.conv2d({ inputShape: [8, 8, 1], filters: 2, kernelSize: 3 });
      const out = layers.dense({ units: 3, activation: 'softmax' });
      return compile(tf.sequential({ layers: [conv, layers.flatten(), out] }), tf.train.adam());
    },
    'with a penalty on its weights': () => {
      const kernelRegularizer = tf.regularizers.l2({ l2: 0.1 });
      return compile(odd(layers.dense({ units: 4, kernelRegularizer })), tf.train.adam());
    },
    'with a frozen layer': () => {
      const frozen = layers.dense({ units: 4, trainable: false });
      return compile(odd(frozen), tf.train.adam());
    },
    'with another function': () =>
      compile(odd(layers.dense({ units: 4, activation: 'elu' })), tf.train.adam()),
    'with dropout behind tanh': () =>
      compile(
        odd(layers.dense({ units: 4, activation: 'tanh' }), layers.dropout({ rate: 0.1 })),
        tf.train.adam(),
      ),
    'with an optimizer of another formula': () => compile(odd(), tf.train.adamax(0.01)),
    'with another loss': () => {
      const model = odd();
      model.compile({ optimizer: tf.train.adam(), loss: 'categoricalCrossentropy' });
      return model;
    },
    'with the same layer twice': () => {
      const twice = layers.dense({ units: 13 });
      return compile(odd(twice, twice), tf.train.adam());
    },
  };

  test.each(Object.entries(others))('%s', (_, make) => {
    expect(denseLayers(make())).toBeUndefined();
  });
});
