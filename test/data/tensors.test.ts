import * as tf from '@tensorflow/tfjs-node';
import { describe, expect, test } from 'vitest';
import { disposeExamples, toTensors } from '../../src/data/tensors';
import { numberedImages } from './made';

describe('tensors', () => {
  test('hold the grey values divided by 255, as Keras’ float32 does', () => {
    const examples = numberedImages(200, 3);
    const { images, labels } = toTensors(examples);
    expect([images.shape, images.dtype]).toEqual([[200, 3, 3], 'float32']);
    expect([labels.shape, labels.dtype]).toEqual([[200], 'float32']);
    expect([...images.dataSync()]).toEqual(
      [...examples.images.data].map((value) => Math.fround(value / 255)),
    );
    expect([...labels.dataSync()]).toEqual([...examples.labels]);
    disposeExamples({ images, labels });
  });

  test('hold the grey values themselves where scaling is none', () => {
    const examples = numberedImages(5);
    const tensors = toTensors(examples, 10, 'none');
    expect([...tensors.images.dataSync()]).toEqual([...examples.images.data]);
    disposeExamples(tensors);
  });

  test('go with sparse cross-entropy, and leave no memory behind', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [2, 2] }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });
    const before = tf.memory().numTensors;
    const tensors = toTensors(numberedImages(20));
    expect(tf.memory().numTensors).toBe(before + 2);
    const { history } = await model.fit(tensors.images, tensors.labels, { verbose: 0 });
    expect(history['loss']?.[0]).toBeGreaterThan(0);
    disposeExamples(tensors);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('are refused where counts differ or a label has no class', () => {
    const { images, labels } = numberedImages(20);
    expect(() => toTensors({ images, labels: labels.subarray(1) })).toThrow(
      'There are 20 images but 19 labels; each image needs one.',
    );
    expect(() => toTensors({ images, labels }, 9)).toThrow('Label 9 in row 9 is not one of 0 to 8');
  });
});
