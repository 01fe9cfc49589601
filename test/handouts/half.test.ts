import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { toHalf } from '../../src/show/predictor/half';

/** What TensorFlow.js reads from 16 bits. */
function fromHalf(bits: Uint16Array): Float32Array {
  const spec = {
    name: 'values',
    shape: [bits.length],
    dtype: 'float32' as const,
    quantization: { dtype: 'float16' as const, original_dtype: 'float32' as const },
  };
  const { values } = tf.io.decodeWeights(Uint16Array.from(bits).buffer, [spec]);
  return values?.dataSync() as Float32Array;
}

const FINITE = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits).filter(
  (bits) => (bits & 0x7c00) !== 0x7c00,
);

test('every number that 16 bits can hold comes through unchanged', () => {
  expect(toHalf(fromHalf(FINITE))).toEqual(FINITE);
});

test('a number in between goes to the nearer neighbour, a half to the even one', () => {
  const positive = FINITE.filter((bits) => bits < 0x7bff);
  const lower = fromHalf(positive);
  const upper = fromHalf(positive.map((bits) => bits + 1));
  const at = (share: number) => lower.map((low, i) => low + ((upper[i] ?? 0) - low) * share);

  expect(toHalf(at(0.4))).toEqual(positive);
  expect(toHalf(at(0.6))).toEqual(positive.map((bits) => bits + 1));
  expect(toHalf(at(0.5))).toEqual(positive.map((bits) => bits + (bits % 2)));
});

test('what is too large becomes infinite, what is too small zero', () => {
  expect([...fromHalf(toHalf(Float32Array.of(70_000, -70_000)))]).toEqual([Infinity, -Infinity]);
  expect([...fromHalf(toHalf(Float32Array.of(1e-9, 0)))]).toEqual([0, 0]);
});
