import type * as tf from '@tensorflow/tfjs-node';

/** How a model's last training was done, for a fair comparison of runs. */
export interface HowTrained {
  /** The number of the last epoch. */
  readonly epochs: number;
  readonly batchSize: number;
  /** From how many images it learned in each epoch. */
  readonly images: number;
  /** Whether the images were turned, shifted and zoomed anew in every epoch. */
  readonly augmented: boolean;
  /** From how many other images it was measured after each epoch; 0 if it was not. */
  readonly validation: number;
  readonly seed: number;
}

const notes = new WeakMap<tf.LayersModel, HowTrained>();

/** Notes how a model is trained; `trainAugmented` puts its own word in after `train`. */
export function keepHowTrained(model: tf.LayersModel, how: HowTrained): void {
  notes.set(model, how);
}

/**
 * How `train` or `trainAugmented` has trained a model; undefined if neither has.
 * @example
 * ```ts
 * import { dense128, howTrained, loadFashion, sliceRows, toTensors, train } from 'nnlab';
 * const fashion = await loadFashion();
 * const model = dense128();
 * model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
 * await train(model, toTensors(sliceRows(fashion.train, 0, 320)), { epochs: 1 });
 * console.log(howTrained(model));
 * ```
 */
export function howTrained(model: tf.LayersModel): HowTrained | undefined {
  return notes.get(model);
}
