import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { epochOrder } from '../../src/train/data';
import type { TrainingExamples } from '../../src/engine/examples';
import { GraphTrainer } from '../../src/engine/graph/graph-trainer';
import { train } from '../../src/train/train';

/** Written by scripts/golden/training.py. */
interface Golden {
  readonly batchSize: number;
  readonly epochs: number;
  readonly images: number[][];
  readonly labels: number[];
  readonly cases: readonly {
    readonly name: string;
    readonly start: (number[] | number[][])[];
    readonly loss: number[];
    readonly accuracy: number[];
    readonly end: (number[] | number[][])[];
  }[];
}

const golden = JSON.parse(readFileSync(join(__dirname, 'golden/training.json'), 'utf8')) as Golden;

const relu = () => [tf.layers.dense({ units: 8, inputShape: [12], activation: 'relu' })];
const leaky = () => [
  tf.layers.dense({ units: 8, inputShape: [12] }),
  tf.layers.leakyReLU({ alpha: 0.1 }),
];

const ours: Record<string, [() => tf.layers.Layer[], () => tf.Optimizer]> = {
  SGD: [relu, () => tf.train.sgd(0.1)],
  momentum: [relu, () => tf.train.momentum(0.05, 0.9)],
  'Nesterov momentum': [relu, () => tf.train.momentum(0.05, 0.9, true)],
  RMSprop: [relu, () => tf.train.rmsprop(0.005, 0.9, 0, 1e-7)],
  Adam: [relu, () => tf.train.adam(0.01)],
  LeakyReLU: [leaky, () => tf.train.rmsprop(0.005, 0.9, 0, 1e-7)],
};

const ways = {
  train: (model: tf.Sequential, examples: TrainingExamples, { batchSize, epochs }: Golden) =>
    train(model, examples, { batchSize, epochs, shuffle: false, silent: true }),
  // So few steps need no graph, so `train` alone would not make one.
  'the graph': async (model: tf.Sequential, examples: TrainingExamples, of: Golden) => {
    const trainer = new GraphTrainer(model, examples, of.batchSize);
    const order = epochOrder(of.labels.length, 1, false);
    const rows = [];
    while (rows.length < of.epochs)
      rows.push(await trainer.run(order, () => Promise.resolve(true)));
    trainer.dispose();
    return rows;
  },
};

describe.each(Object.entries(ways))(
  '%s learns what Keras learns from the same start and batches',
  (_way, learn) => {
    const examples = { images: tf.tensor2d(golden.images), labels: tf.tensor1d(golden.labels) };

    it.each(golden.cases)('$name', async ({ name, start, loss, accuracy, end }) => {
      const [hidden, optimizer] = ours[name] ?? [];
      const layers = [...(hidden?.() ?? []), tf.layers.dense({ units: 3, activation: 'softmax' })];
      const model = tf.sequential({ layers });
      model.setWeights(start.map((weight) => tf.tensor(weight)));
      model.compile({
        optimizer: optimizer?.() ?? name,
        loss: 'sparseCategoricalCrossentropy',
        metrics: ['accuracy'],
      });
      const rows = await learn(model, examples, golden);
      rows.forEach((row, i) => {
        expect(Math.abs(row.loss - (loss[i] ?? NaN))).toBeLessThan(1e-5);
        expect(row.accuracy).toBeCloseTo(accuracy[i] ?? NaN, 5);
      });
      model.getWeights().forEach((weight, i) => {
        const off = weight
          .sub(tf.tensor(end[i] ?? []))
          .abs()
          .max();
        expect(off.dataSync()[0]).toBeLessThan(1e-5);
      });
      model.dispose();
    });
  },
);
