import * as tf from '@tensorflow/tfjs-node';
import { expect } from 'vitest';

// What is true of images that stay bytes, on Node and in a browser.

export type Work = readonly [what: string, work: (tensor: tf.Tensor3D) => tf.Tensor];

/** Row numbers, one of them twice. */
const places = ({ shape }: tf.Tensor3D) => tf.tensor1d([shape[0] - 1, 3, 3, 0], 'int32');

/** Work for which bytes do. */
export const ON_BYTES: readonly Work[] = [
  ['shaped anew', (tensor) => tensor.reshape([-1, 6])],
  ['cut', (tensor) => tensor.slice([tensor.shape[0] / 2], [5])],
  ['picked', (tensor) => tensor.gather(places(tensor))],
  ['taken as float32', (tensor) => tensor.toFloat()],
  ['cut of what was picked', (tensor) => tensor.gather(places(tensor)).slice([1], [2]).flatten()],
  ['compared for the smallest', (tensor) => tensor.min()],
  ['compared for the largest', (tensor) => tensor.max([0, 1, 2], true)],
  ['copied', (tensor) => tensor.clone()],
];

/** Work that needs floats. */
export const ON_FLOATS: readonly Work[] = [
  ['added up', (tensor) => tensor.sum()],
  ['multiplied', (tensor) => tensor.reshape([-1, 6]).matMul(tf.ones([6, 2]))],
  ['taken as whole numbers', (tensor) => tensor.mul(255).toInt()],
  ['asked for a gradient', (tensor) => tf.grad((x) => x.square().sum())(tensor)],
  ['set together', (tensor) => tf.concat([tf.ones(tensor.shape), tensor, tensor])],
  ['set before others', (tensor) => tf.concat([tensor, tf.ones(tensor.shape)])],
  ['second of two', (tensor) => tf.ones(tensor.shape).sub(tensor)],
];

/** The same work comes to the same on bytes and on floats, to the last bit. */
export function expectSame(bytes: tf.Tensor3D, floats: tf.Tensor3D, [, work]: Work): void {
  const [ours, theirs] = [bytes, floats].map((tensor) =>
    tf.tidy(() => {
      const result = work(tensor);
      return { shape: result.shape, dtype: result.dtype, values: result.dataSync() };
    }),
  );
  expect(ours).toEqual(theirs);
}
