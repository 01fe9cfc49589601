import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as tf from '@tensorflow/tfjs-node';
import { afterAll, expect, test } from 'vitest';
import * as nnlab from '../../src/index';
import { startPeer } from './keras';

interface Question {
  readonly network: string;
  readonly optimizer: string;
  readonly weights: string;
  readonly images: string;
  readonly labels: string;
}

const folder = mkdtempSync(join(tmpdir(), 'nnlab-'));
const keras = startPeer<Question, { loss: number; accuracy: number }>('training.py');
afterAll(() => {
  keras.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, tensors: readonly tf.Tensor[]): string {
  const path = join(folder, name);
  const bytes = tensors.map((tensor) => Buffer.from(tensor.dataSync<'float32'>().slice().buffer));
  writeFileSync(path, Buffer.concat(bytes));
  return path;
}

test.each([
  ['dense128', 'adam', nnlab.dense128],
  ['dense100x75', 'sgd', nnlab.dense100x75],
  ['leaky128x64', 'rmsprop', nnlab.leaky128x64],
])(
  'a whole epoch of %s with %s has the loss it has in Keras',
  async (network, optimizer, build) => {
    nnlab.setSeed(42);
    const { train } = await nnlab.loadFashion();
    const examples = nnlab.toTensors(nnlab.sliceRows(train, 0, 54_000));
    const model = build();
    model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    const question = {
      network,
      optimizer,
      weights: file('weights', model.getWeights()),
      images: file('images', [examples.images]),
      labels: file('labels', [examples.labels]),
    };
    const [ours] = await nnlab.train(model, examples, { shuffle: false, silent: true });
    const theirs = await keras.ask(question);
    expect(Math.abs((ours?.loss ?? NaN) - theirs.loss)).toBeLessThan(1e-5);
    expect(Math.abs((ours?.accuracy ?? NaN) - theirs.accuracy)).toBeLessThan(5e-4);
  },
);
