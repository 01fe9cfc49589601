import * as tf from '@tensorflow/tfjs-node';
import type { Images, LabelledImages } from '../data/dataset';
import { divisorFor } from '../results/scaling';
import type { Examples } from '../data/tensors';
import { divided } from '../tfjs/divided';
import { pixelsToSee } from '../data/until-asked';

/** Images to judge: as read from the files, with or without labels, or as tensors for training. */
export type ToJudge = Images | LabelledImages | tf.Tensor | Examples;

/** The same images as a model wants them: float32, batch dimension first, cut on demand. */
export interface Batches {
  readonly count: number;
  /** Images `start` to `end` (not included) as a tensor of the model's input shape. */
  slice(start: number, end: number): tf.Tensor;
}

/**
 * Prepares images of any accepted form for a model whose input shape (without batch) is given;
 * images as read are scaled as those the model has learned from.
 */
export function batchesOf(
  given: ToJudge,
  model: tf.LayersModel,
  inputShape: readonly number[],
): Batches {
  const images = 'images' in given ? given.images : given;
  return images instanceof tf.Tensor
    ? fromTensor(images, inputShape)
    : fromBytes(images, inputShape, divisorFor(model));
}

/** The labels that came with the images, if any did. */
export function labelsOf(given: ToJudge): ArrayLike<number> | undefined {
  if (!('labels' in given)) return undefined;
  return given.labels instanceof tf.Tensor ? given.labels.dataSync() : given.labels;
}

function fromTensor(images: tf.Tensor, inputShape: readonly number[]): Batches {
  const count = countImages(images.shape, inputShape);
  return {
    count,
    slice: (start, end) =>
      tf.tidy(() => {
        const rows = images.reshape([count, ...inputShape]);
        const size = [end - start, ...inputShape];
        return rows.slice([start, ...inputShape.map(() => 0)], size).toFloat();
      }),
  };
}

function fromBytes(images: Images, inputShape: readonly number[], divisor: number): Batches {
  const count = countImages(images.shape, inputShape);
  const size = sizeOf(inputShape);
  // Found once: those of a table would have to be found anew for each batch after they were cleared away.
  const pixels = pixelsToSee(images);
  return {
    count,
    slice: (start, end) => {
      const bytes = pixels.subarray(start * size, end * size);
      return tf.tensor(divided(bytes, divisor), [end - start, ...inputShape]);
    },
  };
}

/** How many images a tensor holds: one if it has just the pixels of one, else its first dimension. */
function countImages(shape: readonly number[], inputShape: readonly number[]): number {
  const pixels = sizeOf(inputShape);
  const first = shape[0] ?? 0;
  if (shape.length > 1 && sizeOf(shape) === first * pixels) return first;
  if (sizeOf(shape) === pixels) return 1;
  throw new Error(
    `The model wants images of ${pixels} pixels [${inputShape.join(', ')}], ` +
      `but got the shape [${shape.join(', ')}]: one image or a batch of them is needed.`,
  );
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, dimension) => size * dimension, 1);
}
