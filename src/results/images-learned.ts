import type * as tf from '@tensorflow/tfjs-node';

const counts = new WeakMap<tf.LayersModel, number>();

/** Notes from how many images a model learns in an epoch: a saved model can so be told from another. */
export function keepImagesLearned(model: tf.LayersModel, count: number): void {
  counts.set(model, count);
}

/** From how many images the model has learned in its last epochs; undefined where nothing is known. */
export function imagesLearnedBy(model: tf.LayersModel): number | undefined {
  return counts.get(model);
}
