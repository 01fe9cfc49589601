import * as tf from '@tensorflow/tfjs-node';
import { seededOrder } from '../random/random';
import { checkExamples, examplesFor, type TrainingExamples } from '../engine/examples';

/** What one call of `train` learns from and what it measures itself on. */
export interface TrainingData {
  /** All examples; training takes the first `count` of them. */
  readonly examples: TrainingExamples;
  readonly count: number;
  readonly validation?: TrainingExamples;
  dispose(): void;
}

/** Shapes the examples for the model and keeps the validation part back. */
export function trainingData(
  model: tf.LayersModel,
  given: TrainingExamples,
  validation?: TrainingExamples | number,
): TrainingData {
  checkExamples(model, given);
  if (typeof validation === 'object') checkExamples(model, validation);
  const examples = examplesFor(model, given);
  const all = examples.labels.shape[0] ?? 0;
  const count = typeof validation === 'number' ? countBefore(all, validation) : all;
  const held = typeof validation === 'number' ? lastOf(examples, count) : validation;
  return {
    examples,
    count,
    ...(held && { validation: held }),
    dispose() {
      tf.dispose([examples.images, examples.labels]);
      if (held && held !== validation) tf.dispose([held.images, held.labels]);
    },
  };
}

/** As in Keras, the validation part is the end of the examples, before any shuffling. */
function countBefore(all: number, fraction: number): number {
  const count = Math.floor(all * (1 - fraction));
  if (!(fraction > 0 && count > 0 && count < all)) {
    throw new Error(
      `validation: ${fraction} of ${all} examples leaves one side empty; take 0.1, say.`,
    );
  }
  return count;
}

function lastOf({ images, labels }: TrainingExamples, start: number): TrainingExamples {
  return tf.tidy(() => ({ images: images.slice([start]), labels: labels.slice([start]) }));
}

/** In which order an epoch takes the examples; the same for the same seed and epoch. */
export function epochOrder(count: number, epoch: number, shuffle: boolean): Int32Array {
  return shuffle ? seededOrder(count, epoch) : Int32Array.from({ length: count }, (_, i) => i);
}
