import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedsOf, isPacked, packedTensor } from '../../src/tfjs/packed';

// A tensor of images stays bytes inside TensorFlow until a kernel asks for numbers; then it has the floats it
// would have had from the start, to the last bit.

// More than one slab of rows, the last of them not full.
const COUNT = 1300;
const SHAPE: [number, number, number] = [COUNT, 2, 3];
const bytes = Uint8Array.from({ length: COUNT * 6 }, (_, i) => (i * 37 + (i >> 8)) % 256);
const floats = () =>
  tf.tensor3d(
    Float32Array.from(bytes, (byte) => byte / 255),
    SHAPE,
  );
const rows = tf.tensor1d([1299, 3, 3, 0], 'int32');

let packed: tf.Tensor3D;
beforeEach(() => {
  packed = packedTensor(bytes, SHAPE, 255);
});
afterEach(() => packed.dispose());

/** The same work on bytes and on floats. */
function onBoth(work: (tensor: tf.Tensor3D) => tf.Tensor) {
  return [packed, floats()].map((tensor) =>
    tf.tidy(() => {
      const result = work(tensor);
      return { shape: result.shape, dtype: result.dtype, values: result.dataSync() };
    }),
  );
}

describe('bytes stay bytes', () => {
  test.each<[string, (tensor: tf.Tensor3D) => tf.Tensor]>([
    ['shaped anew', (tensor) => tensor.reshape([COUNT, 6])],
    ['cut', (tensor) => tensor.slice([600], [50])],
    ['picked', (tensor) => tensor.gather(rows)],
    ['taken as float32', (tensor) => tensor.toFloat()],
    ['cut of what was picked', (tensor) => tensor.gather(rows).slice([1], [2]).flatten()],
    ['compared for the smallest', (tensor) => tensor.min()],
    ['compared for the largest', (tensor) => tensor.max(1)],
    ['copied', (tensor) => tensor.clone()],
  ])('when they are %s', (_, work) => {
    tf.tidy(() => {
      expect(isPacked(work(packed))).toBe(true);
    });
    const [ours, theirs] = onBoth(work);
    expect(ours).toEqual(theirs);
    expect(isPacked(packed)).toBe(true);
  });

  test('when JavaScript reads the numbers', async () => {
    expect(packed.dataSync()).toEqual(floats().dataSync());
    expect(await packed.data()).toEqual(floats().dataSync());
    expect(isPacked(packed)).toBe(true);
  });

  test('and TensorFlow has nothing more of them when they are disposed of', () => {
    const { numTensors } = tf.memory();
    tf.tidy(() => void packed.reshape([COUNT, 6]).slice([3], [9]).dataSync());
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});

describe('bytes become floats, bit for bit,', () => {
  test.each<[string, (tensor: tf.Tensor3D) => tf.Tensor]>([
    ['added up', (tensor) => tensor.sum()],
    ['multiplied', (tensor) => tensor.reshape([COUNT, 6]).matMul(tf.ones([6, 2]))],
    ['taken as whole numbers', (tensor) => tensor.mul(255).toInt()],
    ['asked for a gradient', (tensor) => tf.grad((x) => x.square().sum())(tensor)],
    ['set together', (tensor) => tf.concat([tensor, tf.ones(SHAPE)])],
    ['second of two', (tensor) => tf.ones(SHAPE).sub(tensor)],
  ])('where they are %s', (_, work) => {
    const [ours, theirs] = onBoth(work);
    expect(ours).toEqual(theirs);
  });

  test('for good, so that the next kernel finds them', () => {
    tf.tidy(() => void packed.square());
    expect(isPacked(packed)).toBe(false);
    expect(packed.dataSync()).toEqual(floats().dataSync());
  });

  test('and a copy of them, too, which is the same numbers', () => {
    const copy = packed.clone();
    tf.tidy(() => void copy.square());
    packed.dispose();
    expect(copy.dataSync()).toEqual(floats().dataSync());
    copy.dispose();
  });
});

test('a graph is given bytes and what divides them, or floats alone', () => {
  tf.tidy(() => {
    expect(feedsOf(packed)).toHaveLength(2);
    expect(feedsOf(floats())).toHaveLength(1);
  });
});
