import * as tf from '@tensorflow/tfjs-node';
import { kindOf, mustBeAlive } from '../engine/usable';
import type { Prediction } from '../results/prediction';
import type { ToJudge } from './batches';
import type { Images } from '../data/dataset';
import { hasPixels } from '../data/until-asked';

/** Stops with one clear sentence unless these are images in one of the forms one can judge. */
export function mustBeImages(owner: string, given: ToJudge): void {
  const parts = given as Partial<Record<'images' | 'shape' | 'data', unknown>> | undefined;
  const images = (parts?.images ?? parts) as typeof parts;
  if (images instanceof tf.Tensor) return mustBeAlive(owner, 'images', images);
  if (Array.isArray(images?.shape) && hasPixels(images as Partial<Images>)) return;
  throw new Error(
    `${owner} needs images as a data set holds them (such as fashion.test) or as tensors, ` +
      `not ${kindOf(images)}. Numbers of your own: tf.tensor(…) makes a tensor of them.`,
  );
}

/** Stops with one clear sentence unless these are predictions, one at least. */
export function mustBePredictions(given: readonly Prediction[]): void {
  const rows: readonly (Partial<Prediction> | undefined)[] = Array.isArray(given) ? given : [{}];
  if (rows.some((row) => !Array.isArray(row?.probabilities))) {
    throw new Error(
      'Predictions are needed, as predictImages(model, fashion.test) gives them, ' +
        `not ${Array.isArray(given) ? 'other values in an array' : kindOf(given)}.`,
    );
  }
  if (given.length === 0) throw new Error('There are no predictions to judge.');
}
