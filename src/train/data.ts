import * as tf from '@tensorflow/tfjs-node';
import { seededOrder } from '../random/random';
import { checkExamples } from './check-examples';
import { examplesFor, type TrainingExamples } from '../engine/examples';
import { formatCounted } from '../results/numbers';
import { at } from '../checks/at';

/** What one call of `train` learns from and what it measures itself on. */
export interface TrainingData {
  /** All examples; training takes the first `count` of them. */
  readonly examples: TrainingExamples;
  readonly count: number;
  readonly validation?: TrainingExamples;
  dispose(): void;
}

/** Checks the examples, shapes them for the model and keeps the validation part back. */
export function trainingData(
  model: tf.LayersModel,
  given: TrainingExamples,
  validation?: TrainingExamples | number,
): TrainingData {
  checkExamples(model, given);
  if (validation !== undefined) checkValidation(model, validation);
  const all = at(given.labels.shape, 0);
  const count = typeof validation === 'number' ? countBefore(all, validation) : all;
  const examples = examplesFor(model, given);
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

/** What is wrong with the validation is said before the first epoch, and not after it. */
function checkValidation(model: tf.LayersModel, validation: TrainingExamples | number): void {
  if (typeof validation === 'number') return;
  // From JavaScript anything may come, whatever the type says.
  const value: unknown = validation;
  if (typeof value !== 'object' || value === null) {
    const given = typeof value === 'string' ? `the text '${value}'` : String(value);
    throw new Error(
      `validation is ${given}; give a number such as 0.1 to keep the last tenth back, or other ` +
        'examples, { images, labels }; without validation, leave it out.',
    );
  }
  try {
    checkExamples(model, validation);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The validation data do not fit. ${why}`);
  }
}

/** As in Keras, the validation part is the end of the examples, before any shuffling. */
function countBefore(all: number, fraction: number): number {
  const count = Math.floor(all * (1 - fraction));
  if (!(fraction > 0 && fraction < 1 && count < all)) {
    throw new Error(
      `validation: ${fraction} of ${all} examples leaves one side empty; take 0.1, say.`,
    );
  }
  if (count === 0) {
    throw new Error(
      `validation: ${fraction} of ${formatCounted(all, 'example')} leaves none to ` +
        'learn from; give more examples, or a smaller fraction.',
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
