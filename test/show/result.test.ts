import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { lossCurves } from '../../src/charts/curves/curves';
import { dense128 } from '../../src/models/architectures';
import { resultForms } from '../../src/show/result';

const textOf = (value: unknown) => resultForms(value)?.data['text/plain'];

test('a tensor is shown by its type, its shape and its values', () => {
  const tensor = tf.tensor2d([
    [1, 2],
    [3, 4],
  ]);
  expect(textOf(tensor)).toBe('float32 tensor of shape [2, 2]\n    [[1, 2],\n     [3, 4]]');
  tensor.dispose();
  expect(textOf(tensor)).toBe('float32 tensor of shape [2, 2], disposed of: its numbers are gone');
});

test('of a large tensor only the first part is read, and no tensor is left over', () => {
  const images = tf.range(0, 600 * 28 * 28).reshape([600, 28, 28]);
  const before = tf.memory().numTensors;
  expect(textOf(images)).toMatch(
    /^float32 tensor of shape \[600, 28, 28\], its part \[0\]\n +\[\[0 +, 1 +, 2 +, \.\.\., 25 /,
  );
  expect(tf.memory().numTensors).toBe(before);
  images.dispose();
});

test('a list of tensors is shown one by one', () => {
  const model = dense128();
  expect(textOf(model.getWeights().slice(2))).toMatch(
    /^float32 tensor of shape \[128, 10\]\n[^]*\nfloat32 tensor of shape \[10\]\n/,
  );
  model.dispose();
});

test('a model is shown by its summary', () => {
  const model = dense128();
  expect(resultForms(model)?.data['text/html']).toContain('total parameters 101,770');
  model.dispose();
});

test('a chart is the chart', () => {
  const rows = [1, 2].map((epoch) => ({ epoch, split: 'train', loss: 1, accuracy: 1 }) as const);
  expect(resultForms(lossCurves(rows))?.data).toHaveProperty('image/png');
});

test.each([[null], [5], ['text'], [[1, 2]], [{ columns: ['a'] }], [[]]])(
  'of %j the kernel shows the plain form',
  (value) => {
    expect(resultForms(value)).toBeNull();
  },
);
