import * as tf from '@tensorflow/tfjs-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { floatsOfBytes } from '../../src/tfjs/floats-of-bytes';
import { isPacked } from '../../src/tfjs/packed';
import { numbersInPlace } from '../../src/tfjs/values-in-place';
import { expectSame, ON_BYTES, ON_FLOATS, type Work } from './on-bytes';
import { startWasm } from './wasm';

// In the back end for browsers, too, a tensor of images stays bytes until a kernel asks for numbers; then it has
// the floats it would have had from the start, to the last bit.

const COUNT = 40;
const SHAPE: [number, number, number] = [COUNT, 2, 3];
const bytes = Uint8Array.from({ length: COUNT * 6 }, (_, i) => (i * 37 + (i >> 8)) % 255);
const expected = Float32Array.from(bytes, (byte) => byte / 255);
const floats = () => tf.tensor3d(expected, SHAPE);

const native = tf.getBackend();
beforeAll(startWasm);
afterAll(() => tf.setBackend(native));

let packed: tf.Tensor3D;
beforeEach(() => {
  packed = floatsOfBytes(bytes, SHAPE, 255);
});
afterEach(() => packed.dispose());

describe('bytes stay bytes', () => {
  test.each(ON_BYTES)('when they are %s', (...work) => {
    tf.tidy(() => {
      expect(isPacked(work[1](packed))).toBe(true);
    });
    expectSame(packed, floats(), work);
    expect(isPacked(packed)).toBe(true);
  });

  test('when JavaScript reads the numbers, or looks where they lie', async () => {
    expect(packed.dataSync()).toEqual(expected);
    expect(await packed.data()).toEqual(expected);
    expect(numbersInPlace(packed)).toEqual({ values: bytes, divisor: 255 });
    expect(numbersInPlace(floats())).toEqual({ values: expected, divisor: 1 });
    expect(isPacked(packed)).toBe(true);
  });

  test('and nothing is left of them when they are disposed of', () => {
    const { numDataIds } = tf.backend() as unknown as { numDataIds(): number };
    const count = () => [tf.memory().numTensors, numDataIds.call(tf.backend())];
    const before = count();
    tf.tidy(() => {
      const cut = packed.reshape([COUNT, 6]).slice([3], [9]);
      cut.clone().square();
    });
    expect(count()).toEqual(before);
  });
});

describe('bytes become floats, bit for bit,', () => {
  test.each<Work>([
    ...ON_FLOATS,
    ['cut within their rows', (tensor) => tensor.slice([0, 1, 1], [COUNT, 1, 2])],
    ['compared row by row', (tensor) => tensor.max(1)],
  ])('where they are %s', (...work) => expectSame(packed, floats(), work));

  test('for good, so that the next kernel finds them, a copy’s too', () => {
    const copy = packed.clone();
    tf.tidy(() => void packed.square());
    expect([isPacked(packed), isPacked(copy)]).toEqual([false, false]);
    expect(copy.dataSync()).toEqual(expected);
    copy.dispose();
    expect(packed.dataSync()).toEqual(expected);
  });
});

test('a row that is not there is refused as ever', () => {
  expect(() => packed.gather(tf.tensor1d([40], 'int32'))).toThrow('not in [0, 39]');
});
