import * as tf from '@tensorflow/tfjs-node';
import { checkLabels, mustBeLabelled, mustNotBeEmpty } from './check-labels';
import type { Scaling } from '../results/scaling';
import type { LabelledImages } from './dataset';
import { floatsOfBytes } from '../tfjs/floats-of-bytes';
import { pixelsInPassing } from './until-asked';

/** Images and labels as a network takes them; give the memory back with `disposeExamples`. */
export interface Examples {
  /** float32, grey values 0-1, shape [count, rows, columns]. */
  readonly images: tf.Tensor;
  /** float32, because tfjs's cross-entropy refuses whole-number tensors. */
  readonly labels: tf.Tensor1D;
}

export type { Scaling };

/**
 * Turns images and labels into tensors: grey values divided by 255 (`'none'` leaves them at
 * 0-255, for the experiment that shows why one divides), labels checked to be 0 to
 * `classes` - 1 and as many as there are images.
 * @example
 * ```ts
 * import { loadFashion, sliceRows, toTensors } from 'nnlab';
 * const fashion = await loadFashion();
 * const { images, labels } = toTensors(sliceRows(fashion.train, 0, 10));
 * console.log(images.shape, labels.shape);
 * ```
 */
export function toTensors(
  examples: LabelledImages,
  classes = 10,
  scaling: Scaling = 'divide by 255',
): Examples {
  mustBeLabelled('toTensors', examples);
  checkLabels(examples, classes);
  mustNotBeEmpty('toTensors', examples);
  const { images, labels } = examples;
  const divisor = scaling === 'none' ? 1 : 255;
  return {
    images: floatsOfBytes(pixelsInPassing(images), [...images.shape], divisor),
    labels: tf.tensor1d(Float32Array.from(labels), 'float32'),
  };
}

/**
 * Frees the memory of both tensors.
 * @example
 * ```ts
 * import { disposeExamples, loadFashion, sliceRows, toTensors } from 'nnlab';
 * const fashion = await loadFashion();
 * const rows = toTensors(sliceRows(fashion.train, 0, 10));
 * disposeExamples(rows);
 * ```
 */
export function disposeExamples(examples: Examples): void {
  tf.dispose([examples.images, examples.labels]);
}
