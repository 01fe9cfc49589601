import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, it } from 'vitest';
import { crossValidate, foldRows, foldTable } from '../../src/judge/cross-validation';
import { golden } from './golden';

describe('folds', () => {
  it.each(golden.folds)(
    'of $count rows in $folds parts with seed $seed are those of scikit-learn',
    ({ count, folds, seed, rows }) => {
      expect(foldRows(count, folds, seed).map((held) => Array.from(held))).toEqual(rows);
    },
  );

  it('may leave out one image each', () => {
    const held = foldRows(6, 6, 42).map((rows) => [...rows]);
    expect(held.flat().sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(held.every((rows) => rows.length === 1)).toBe(true);
  });

  it('cannot be fewer than two or more than the images', () => {
    expect(() => foldRows(10, 1, 42)).toThrow(/10 images into 1 folds/);
    expect(() => foldRows(10, 11, 42)).toThrow(/10 images into 11 folds/);
  });
});

describe('cross-validation', () => {
  /** Ten images of one pixel; the even ones are black and class 0, the odd ones white and class 1. */
  const examples = {
    images: tf.tensor2d(Array.from({ length: 10 }, (_, i) => [i % 2])),
    labels: tf.tensor1d(Array.from({ length: 10 }, (_, i) => i % 2)),
  };

  /** A model that is right, or, with the sign turned, always wrong. */
  function model(sign: number): tf.LayersModel {
    const layer = tf.layers.dense({ inputShape: [1], units: 2, activation: 'softmax' });
    const built = tf.sequential({ layers: [layer] });
    built.compile({ optimizer: tf.train.adam(), loss: 'sparseCategoricalCrossentropy' });
    tf.tidy(() =>
      built.setWeights([tf.tensor2d([[-2 * sign, 2 * sign]]), tf.tensor1d([sign, -sign])]),
    );
    return built;
  }

  it('judges each model by the images it was not given', async () => {
    const seen: number[] = [];
    const scores = await crossValidate(
      examples,
      async (train, fold) => {
        seen.push(train.labels.size);
        return model(fold === 2 ? -1 : 1);
      },
      { folds: 4, seed: 42 },
    );
    expect(seen).toEqual([7, 7, 8, 8]);
    expect(scores.map((score) => score.accuracy)).toEqual([1, 0, 1, 1]);
    expect(scores.map((score) => score.validationImages)).toEqual([3, 3, 2, 2]);
    expect(foldTable(scores)).toEqual({
      title: 'Cross-validation in 4 folds',
      columns: ['fold', 'trained on', 'judged by', 'accuracy'],
      rows: [
        [1, 7, 3, '1.0000'],
        [2, 7, 3, '0.0000'],
        [3, 8, 2, '1.0000'],
        [4, 8, 2, '1.0000'],
      ],
      note: 'mean accuracy 0.7500 ± 0.4330 (standard deviation)',
    });
  });

  it('gives every image to the training of all models but one', async () => {
    const numbered = { images: tf.range(0, 10).reshape([10, 1]), labels: examples.labels };
    const given: number[] = [];
    await crossValidate(
      numbered,
      async (train) => {
        given.push(...train.images.dataSync());
        return model(1);
      },
      { folds: 5, seed: 1 },
    );
    const times = Array.from({ length: 10 }, (_, row) => given.filter((g) => g === row).length);
    expect(times).toEqual(new Array(10).fill(4));
    numbered.images.dispose();
  });

  it('judges a model that was built but never compiled', async () => {
    const build = () => {
      const layers = [tf.layers.dense({ inputShape: [1], units: 2, kernelInitializer: 'zeros' })];
      return Promise.resolve(tf.sequential({ layers }));
    };
    const scores = await crossValidate(examples, build, { folds: 2, seed: 42 });
    expect((scores[0]?.accuracy ?? 0) + (scores[1]?.accuracy ?? 0)).toBe(1);
  });

  it('leaves no tensor behind, not even of models it trained', async () => {
    const before = tf.memory().numTensors;
    await crossValidate(
      examples,
      async (train) => {
        const built = model(1);
        await built.fit(train.images, train.labels, { epochs: 1, verbose: 0 });
        return built;
      },
      { folds: 2, seed: 42 },
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves no fold behind when a training fails', async () => {
    const before = tf.memory().numTensors;
    const failing = crossValidate(examples, () => Promise.reject(new Error('stopped')));
    await expect(failing).rejects.toThrow('stopped');
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves no model behind that went astray and cannot be judged', async () => {
    const before = tf.memory().numTensors;
    const failing = crossValidate(examples, () => Promise.resolve(model(NaN)));
    await expect(failing).rejects.toThrow('its training went astray');
    expect(tf.memory().numTensors).toBe(before);
  });
});
