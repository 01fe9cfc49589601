import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import type { EpochTrainer } from '../../../src/engine/epoch';
import { fitTrainer } from '../fit-trainer';
import { GraphTrainer } from '../../../src/engine/graph/graph-trainer';
import { StepTrainer } from '../../../src/engine/steps/step-trainer';
import { compile, smallExamples, smallModel, weightsOf } from '../../train/small';

const COUNT = 200;
const BATCH = 16;
const goOn = () => Promise.resolve(true);

/** Two epochs in a given order, the last batch smaller than the others. */
async function twoEpochs(trainer: EpochTrainer) {
  const order = Int32Array.from({ length: COUNT }, (_, i) => (i * 7) % COUNT);
  await trainer.run(order, goOn);
  const measured = await trainer.run(order.reverse(), goOn);
  trainer.dispose();
  return measured;
}

interface Case {
  name: string;
  layers?: () => tf.layers.Layer[];
  optimizer?: () => tf.Optimizer;
  loss?: string;
  /** Largest difference of a weight that fused kernels may make; exact where not given. */
  fusedTo?: number;
}

const exact = 1e-5;
const tiny = 1e-30;
const dense = (units: number, activation: 'tanh' | 'elu' | 'sigmoid' | 'selu' | 'softplus') =>
  tf.layers.dense({
    units,
    activation,
    kernelInitializer: tf.initializers.glorotUniform({ seed: units }),
  });

const cases: Case[] = [
  { name: 'SGD', optimizer: () => tf.train.sgd(0.1) },
  { name: 'momentum', optimizer: () => tf.train.momentum(0.05, 0.9) },
  { name: 'Nesterov momentum', optimizer: () => tf.train.momentum(0.05, 0.9, true) },
  { name: 'RMSprop', optimizer: () => tf.train.rmsprop(0.005, 0.9, 0, 1e-7) },
  { name: 'RMSprop with momentum', optimizer: () => tf.train.rmsprop(0.005, 0.9, 0.5, 1e-7) },
  { name: 'Adam', optimizer: () => tf.train.adam(0.01), fusedTo: 1e-2 },
  { name: 'Adam without epsilon', optimizer: () => tf.train.adam(0.01, 0.9, 0.999, tiny) },
  { name: 'Adagrad', optimizer: () => tf.train.adagrad(0.05) },
  { name: 'Adamax', optimizer: () => tf.train.adamax(0.01) },
  { name: 'Adadelta', optimizer: () => tf.train.adadelta(0.5) },
  { name: 'Dropout', layers: () => [tf.layers.dropout({ rate: 0.3 })], fusedTo: 1e-2 },
  { name: 'LeakyReLU', layers: () => [tf.layers.leakyReLU({ alpha: 0.1 })], fusedTo: 1e-2 },
  {
    name: 'batch normalization',
    layers: () => [tf.layers.batchNormalization()],
    optimizer: () => tf.train.sgd(0.1),
  },
  {
    name: 'other activations',
    layers: () => [dense(7, 'tanh'), dense(6, 'elu'), dense(5, 'sigmoid'), dense(4, 'selu')],
    optimizer: () => tf.train.sgd(0.1),
  },
  ...['meanSquaredError', 'meanAbsoluteError', 'hinge', 'categoricalCrossentropy'].map((loss) => ({
    name: loss,
    loss,
    optimizer: () => tf.train.sgd(0.1),
  })),
];

async function trained(
  { layers, optimizer, loss }: Case,
  by: (model: tf.Sequential) => EpochTrainer,
) {
  const model = smallModel(...(layers?.() ?? []));
  if (optimizer) compile(model, optimizer(), loss);
  const measured = await twoEpochs(by(model));
  const weights = weightsOf(model);
  const steps = model.optimizer.iterations;
  model.dispose();
  return { weights, measured, steps };
}

function furthest(a: readonly number[], b: readonly number[]): number {
  expect(a.length).toBe(b.length);
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))));
}

describe('the training graph learns what tfjs’s fit learns', () => {
  const examples = smallExamples(COUNT);
  const oneHot = { ...examples, labels: tf.oneHot(examples.labels.toInt(), 3).toFloat() };

  it.each(cases)('$name', async (one) => {
    const taught = one.loss ? oneHot : examples;
    const byFit = await trained(one, (model) => fitTrainer(model, taught, BATCH));
    const recorded = await trained(one, (model) => new GraphTrainer(model, taught, BATCH, false));
    const fused = await trained(one, (model) => new GraphTrainer(model, taught, BATCH));
    const byStep = await trained(one, (model) => new StepTrainer(model, taught, BATCH));

    expect(furthest(recorded.weights, byFit.weights)).toBeLessThan(exact);
    expect(furthest(fused.weights, byFit.weights)).toBeLessThan(one.fusedTo ?? exact);
    expect(furthest(byStep.weights, fused.weights)).toBeLessThan(one.fusedTo ?? exact);
    expect(furthest(byStep.weights, byFit.weights)).toBeLessThan(one.fusedTo ?? exact);
    expect(byStep.measured.loss).toBeCloseTo(fused.measured.loss, 5);
    expect(byStep.measured.accuracy).toBeCloseTo(fused.measured.accuracy, 5);
    expect(recorded.measured.loss).toBeCloseTo(byFit.measured.loss, 5);
    expect(recorded.measured.accuracy).toBeCloseTo(byFit.measured.accuracy, 5);
    expect([recorded.steps, fused.steps, byStep.steps]).toEqual(Array(3).fill(byFit.steps));
  });
});
