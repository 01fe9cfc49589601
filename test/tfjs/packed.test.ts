import * as tf from '@tensorflow/tfjs-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedsOf, isPacked, packedTensor } from '../../src/tfjs/packed';
import { expectSame, ON_BYTES, ON_FLOATS, type Work } from './on-bytes';

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

let packed: tf.Tensor3D;
beforeEach(() => {
  packed = packedTensor(bytes, SHAPE, 255);
});
afterEach(() => packed.dispose());

describe('bytes stay bytes', () => {
  test.each<Work>([...ON_BYTES, ['compared row by row', (tensor) => tensor.max(1)]])(
    'when they are %s',
    (...work) => {
      tf.tidy(() => {
        expect(isPacked(work[1](packed))).toBe(true);
      });
      expectSame(packed, floats(), work);
      expect(isPacked(packed)).toBe(true);
    },
  );

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
  test.each(ON_FLOATS)('where they are %s', (...work) => expectSame(packed, floats(), work));

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
