import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { toTensors } from '../../../src/data/tensors';
import { setSeed } from '../../../src/random/random';
import { isPacked } from '../../../src/tfjs/packed';
import { train } from '../../../src/train/train';

// A training reads images that TensorFlow has as bytes, and learns what it would have learned from floats.

const COUNT = 700;
const examples = {
  images: {
    shape: [COUNT, 4, 4] as const,
    data: Uint8Array.from({ length: COUNT * 16 }, (_, i) => (i * 89 + (i >> 7) * 31) % 256),
  },
  labels: Uint8Array.from({ length: COUNT }, (_, i) => (i * 7) % 10),
};

async function learnedFrom(images: tf.Tensor, labels: tf.Tensor) {
  setSeed(3);
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [4, 4] }),
      tf.layers.dense({ units: 12, activation: 'relu' }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.setWeights(
    model.getWeights().map((weight, i) => tf.randomNormal(weight.shape, 0, 0.3, 'float32', i)),
  );
  model.compile({
    optimizer: 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  // More steps than are made one by one, a last batch that is smaller, and a part kept back.
  const rows = await train(model, { images, labels }, { epochs: 4, validation: 0.1, silent: true });
  return { rows, weights: model.getWeights().map((weight) => weight.dataSync()) };
}

test.each(['divide by 255', 'none'] as const)('bit for bit, scaled: %s', async (scaling) => {
  const { images, labels } = toTensors(examples, 10, scaling);
  const fromBytes = await learnedFrom(images, labels);
  expect(isPacked(images)).toBe(true);
  const fromFloats = await learnedFrom(tf.tensor(images.dataSync(), images.shape), labels);
  expect(fromBytes).toEqual(fromFloats);
});
