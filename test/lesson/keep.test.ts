import { beforeAll, describe, expect, test } from 'vitest';
import * as tf from '@tensorflow/tfjs-node';
import { keep } from '../../src/lesson/keep';

const count = () => tf.memory().numTensors;

/** What a lesson's model cell and training cell do. */
async function lessonCells(optimizer: tf.Optimizer = tf.train.adam()): Promise<void> {
  const model = keep(
    'model',
    tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] }),
  );
  model.compile({ optimizer, loss: 'meanSquaredError' });
  const examples = keep('rows', { images: tf.ones([4, 3]), labels: tf.ones([4, 2]) });
  await model.fit(examples.images, examples.labels, { verbose: 0 });
}

describe('what a lesson keeps', () => {
  beforeAll(() => lessonCells());

  test('adds no tensor when its cells run again', async () => {
    const once = count();
    await lessonCells();
    await lessonCells();
    expect(count()).toBe(once);
  });

  test('gives back what momentum gathered as well', async () => {
    await lessonCells(tf.train.momentum(0.1, 0.9));
    const once = count();
    await lessonCells(tf.train.momentum(0.1, 0.9));
    expect(count()).toBe(once);
  });

  test('is given back whole, so that a cell can go on using it', () => {
    const tensor = tf.ones([2]);
    expect(keep('same', { tensor })).toEqual({ tensor });
    const holder = { tensor: tf.ones([2]) };
    expect(keep('holder', holder)).toBe(holder);
    expect(keep('holder', holder).tensor.isDisposed).toBe(false);
  });

  test('takes a model that was disposed of meanwhile for given back', () => {
    const small = () => tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
    keep('given back', small()).dispose();
    const next = keep('given back', small());
    expect(next.getWeights()).toHaveLength(2);
    next.dispose();
  });
});
