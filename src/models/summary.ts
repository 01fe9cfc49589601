import type * as tf from '@tensorflow/tfjs-node';
import { formatCount } from '../results/numbers';
import type { Table } from '../results/table';
import { slotVariables, stepsDone } from '../tfjs/optimizer-state';

const BYTES_PER_NUMBER = 4;

/**
 * The layers of a model, what leaves them, and how many numbers they learn.
 * @example
 * ```ts
 * import { dense128, modelSummary, show } from 'nnlab';
 * show(modelSummary(dense128()));
 * ```
 */
export function modelSummary(model: tf.LayersModel): Table {
  return {
    title: `Model "${model.name}"`,
    columns: ['layer (type)', 'output shape', 'parameters'],
    rows: model.layers.map((layer) => [
      `${layer.name} (${layer.getClassName()})`,
      shapeText(layer.outputShape),
      formatCount(layer.countParams()),
    ]),
    note: totals(model),
  };
}

function totals(model: tf.LayersModel): string {
  const trainable = countNumbers(model.trainableWeights);
  const fixed = countNumbers(model.nonTrainableWeights);
  const optimizer = optimizerNumbers(model);
  const parts = [
    `total parameters ${withSize(trainable + fixed + optimizer)}`,
    `trainable ${withSize(trainable)}`,
    `non-trainable ${withSize(fixed)}`,
  ];
  if (optimizer > 0) parts.push(`optimizer ${withSize(optimizer)}`);
  return parts.join(' · ');
}

function countNumbers(weights: readonly { readonly shape: readonly (number | null)[] }[]): number {
  return weights.reduce(
    (sum, weight) => sum + weight.shape.reduce<number>((n, size) => n * (size ?? 1), 1),
    0,
  );
}

/** As Keras counts: the gathered tensors, the step count and the learning rate. */
function optimizerNumbers(model: tf.LayersModel): number {
  // A model that was never compiled has none, whatever the type says.
  const optimizer = model.optimizer as tf.Optimizer | undefined;
  if (!optimizer || stepsDone(optimizer) === 0) return 0;
  return countNumbers(slotVariables(optimizer)) + 2;
}

function withSize(count: number): string {
  return `${formatCount(count)} (${sizeText(count * BYTES_PER_NUMBER)})`;
}

function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${(bytes / 1024 ** power).toFixed(2)} ${units[power]}`;
}

function shapeText(shape: tf.Shape | tf.Shape[]): string {
  const sizes = (Array.isArray(shape[0]) ? shape[0] : shape) as tf.Shape;
  return `(${sizes.map((size) => size ?? 'none').join(', ')})`;
}
