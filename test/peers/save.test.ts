import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-node';
import { afterAll, describe, expect, test } from 'vitest';
import * as nnlab from '../../src/index';
import { digitClassNames } from '../../src/data/class-names';
import { startPeer } from './keras';
import {
  farthest,
  goldenCases,
  goldenFile,
  newest,
  predictionError,
  trainOn,
} from '../keras/golden';

interface Question {
  readonly read?: string;
  readonly write?: string;
  readonly network?: string;
  readonly optimizer?: string;
  readonly x: string;
  readonly y: string;
  readonly shape: readonly number[];
  readonly batch: number;
}

/** What Keras says of a model: before, and of each batch of one more epoch. */
interface Answer {
  readonly predictions: number[][];
  readonly optimizer: string;
  readonly steps: number;
  readonly losses: number[];
}

const EXAMPLES = 320;
const folder = mkdtempSync(join(tmpdir(), 'keras-files-'));
const keras = startPeer<Question, Answer>('keras_files.py');
afterAll(() => {
  keras.close();
  rmSync(folder, { recursive: true });
});

const networks = [
  ['dense128', nnlab.dense128, 'adam', [784]],
  ['flatten128', nnlab.flatten128, 'adam', [28, 28]],
  ['dropout128', nnlab.dropout128, 'adam', [28, 28]],
  ['dense100x75', nnlab.dense100x75, 'sgd', [28, 28]],
  ['leaky128x64', nnlab.leaky128x64, 'rmsprop', [28, 28]],
  ['logisticNetwork', nnlab.logisticNetwork, 'adam', [784]],
] as const;

/** Random images and labels, and the same as files for Python. */
function examples(shape: readonly number[]) {
  const images = tf.randomUniform([EXAMPLES, ...shape], 0, 1, 'float32', 5);
  const labels = tf.range(0, EXAMPLES).mod(tf.scalar(10)) as tf.Tensor1D;
  const [x, y] = [join(folder, 'x'), join(folder, 'y')];
  writeFileSync(x, images.dataSync<'float32'>());
  writeFileSync(y, labels.dataSync<'float32'>());
  return { images, labels, question: { x, y, shape: images.shape, batch: 32 } };
}

function compiled(make: () => tf.Sequential, optimizer: string): tf.Sequential {
  const model = make();
  model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

function difference(model: tf.LayersModel, images: tf.Tensor, predictions: number[][]): number {
  return tf.tidy(() => {
    const guess = model.predict(images) as tf.Tensor;
    return guess.sub(tf.tensor(predictions)).abs().max().dataSync()[0] ?? NaN;
  });
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** One more epoch in the examples' order, by `train`: its mean loss. */
async function nextEpoch(model: tf.LayersModel, data: nnlab.Examples): Promise<number> {
  const options = { epochs: 2, initialEpoch: 1, shuffle: false, silent: true };
  const [row] = await nnlab.train(model, data, options);
  return row?.loss ?? NaN;
}

describe.each(networks)('the lesson network %s', (network, make, optimizer, shape) => {
  const drops = network === 'dropout128';

  test('goes from nnlab to Keras, and learns on alike', async () => {
    const { question, ...data } = examples(shape);
    const model = compiled(make, optimizer);
    await nnlab.train(model, data, { epochs: 1, shuffle: false, silent: true });
    const read = join(folder, 'from-nnlab.keras');
    await nnlab.saveModel(model, read, { classNames: [...digitClassNames], scaling: 'none' });
    const answer = await keras.ask({ ...question, read });
    expect(difference(model, data.images, answer.predictions)).toBeLessThan(1e-5);
    expect(answer.optimizer.toLowerCase()).toBe(optimizer);
    expect(answer.steps).toBe(EXAMPLES / 32);
    if (!drops) expect(await nextEpoch(model, data)).toBeCloseTo(mean(answer.losses), 4);
  });

  test('comes from Keras to nnlab, and learns on alike', async () => {
    const { question, ...data } = examples(shape);
    const write = join(folder, 'from-keras.keras');
    const answer = await keras.ask({ ...question, write, network, optimizer });
    const model = await nnlab.loadModel(write);
    expect(difference(model, data.images, answer.predictions)).toBeLessThan(1e-5);
    if (!drops) expect(await nextEpoch(model, data)).toBeCloseTo(mean(answer.losses), 4);
  });
});

describe('a file saved by nnlab opens in Keras and learns on alike', () => {
  test.each(goldenCases(newest))('$name', async (golden) => {
    const model = await nnlab.loadModel(goldenFile(golden.name, newest));
    const read = join(folder, 'again.keras');
    await nnlab.saveModel(model, read);
    const [x, y] = [join(folder, 'x'), join(folder, 'y')];
    writeFileSync(x, tf.tensor(golden.x).dataSync<'float32'>());
    writeFileSync(y, Float32Array.from(golden.y));
    const shape = tf.tensor(golden.x).shape;
    const answer = await keras.ask({ read, x, y, shape, batch: 4 });
    expect(predictionError(model, { ...golden, predictions: answer.predictions })).toBeLessThan(
      1e-5,
    );
    expect(answer.steps).toBe(golden.steps);
    if (golden.losses) {
      expect(farthest(answer.losses, golden.losses)).toBeLessThan(1e-4);
      expect(farthest(await trainOn(model, golden), answer.losses)).toBeLessThan(1e-4);
    }
  });
});
