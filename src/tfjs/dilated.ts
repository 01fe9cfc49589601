import type * as tf from '@tensorflow/tfjs-node';

/** A kernel whose numbers stand `rates` apart, with zeros between them. */
export function dilated(kernel: tf.Tensor4D, rates: readonly number[]): tf.Tensor4D {
  const [down = 1, across = 1] = rates;
  const [rows, columns, from, to] = kernel.shape;
  const spread = kernel.reshape([rows, 1, columns, 1, from * to]).pad([
    [0, 0],
    [0, down - 1],
    [0, 0],
    [0, across - 1],
    [0, 0],
  ]);
  return spread
    .reshape<tf.Tensor4D>([rows * down, columns * across, from, to])
    .slice([0, 0, 0, 0], [(rows - 1) * down + 1, (columns - 1) * across + 1, from, to]);
}
