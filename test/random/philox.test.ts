import * as tf from '@tensorflow/tfjs-node';
import { expect, test } from 'vitest';
import { keyedFractions } from '../../src/random/philox';
import { callKernel, FLOAT, INT, typeSetting } from '../../src/tfjs/internals';

/** What TensorFlow's own kernel draws. */
function drawn(count: number, keys: readonly [number, number]): Float32Array {
  return tf.tidy(() => {
    const types = [typeSetting('dtype', FLOAT), typeSetting('T', INT), typeSetting('Tseed', INT)];
    const inputs = [tf.tensor1d([count], 'int32'), tf.tensor1d([...keys], 'int32')];
    const [numbers] = callKernel('StatelessRandomUniform', types, inputs);
    return (numbers as tf.Tensor).dataSync<'float32'>().slice();
  });
}

test.each([
  [1, [0, 0]],
  [7, [42, 812]],
  [4096, [-1640531535, 3]],
  [1001, [2147483647, -2147483648]],
  [300_000, [7, 1]],
] as const)('%i numbers for the keys %j are TensorFlow’s, bit for bit', (count, keys) => {
  expect(keyedFractions(count, keys)).toEqual(drawn(count, keys));
});
