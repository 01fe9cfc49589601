import * as tf from '@tensorflow/tfjs-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { floatsOfBytes } from '../../src/tfjs/floats-of-bytes';
import { startWasm } from './wasm';

// How bytes become numbers from 0 to 1: in TensorFlow itself, or in the back end for browsers.

// More than one slab of rows, the last of them not full.
const COUNT = 1300;
const bytes = Uint8Array.from({ length: 7 + COUNT * 6 }, (_, i) => (i * 37 + (i >> 8)) % 256);
// A part of a larger array, as a split makes it.
const images = bytes.subarray(7);
const native = tf.getBackend();

describe.each([
  ['TensorFlow', () => undefined],
  ['a browser', startWasm],
])('in %s', (_, start) => {
  beforeAll(() => start());
  afterAll(() => tf.setBackend(native));

  test.each([1, 255])('each byte is divided by %i', (divisor) => {
    const floats = floatsOfBytes(images, [COUNT, 2, 3], divisor);
    expect([floats.shape, floats.dtype]).toEqual([[COUNT, 2, 3], 'float32']);
    expect(floats.dataSync()).toEqual(Float32Array.from(images, (byte) => byte / divisor));
    floats.dispose();
  });

  test('what is written into the bytes later is not seen, wherever they lie', () => {
    for (let i = 0; i < 32; i++) {
      const mine = images.slice();
      const floats = floatsOfBytes(mine, [COUNT, 2, 3], 1);
      mine[0] = 99;
      expect(floats.dataSync()[0]).toBe(images[0]);
      floats.dispose();
    }
  });

  test('it leaves no other tensor behind', () => {
    const before = tf.memory().numTensors;
    const floats = floatsOfBytes(images, [COUNT, 2, 3], 255);
    expect(tf.memory().numTensors).toBe(before + 1);
    floats.dispose();
  });
});
