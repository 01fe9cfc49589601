import * as tf from '@tensorflow/tfjs-node';
import { batchesOf, labelsOf, type ToJudge } from './batches';
import { mustBeImages } from './check';
import { mustBeModel } from '../engine/usable';
import type { Prediction } from '../results/prediction';

export type { ToJudge };

/** Images a call: large enough that the matrix product counts, small enough for the cache. */
const ROWS_A_CALL = 1000;

/**
 * What the model says of one image or many: a row for each, with its guess, its confidence and
 * all probabilities, and the truth where labels came along. The batch dimension may be missing,
 * and images may be flat (784) or square (28x28), whatever the model wants. Images as read are
 * scaled like those the model has learned from.
 * @example
 * ```ts
 * import { dense128, loadFashion, predictImages } from 'nnlab';
 * const fashion = await loadFashion();
 * const [first] = predictImages(dense128(), fashion.test);
 * console.log(first!.guess, first!.confidence);
 * ```
 */
export function predictImages(model: tf.LayersModel, images: ToJudge): Prediction[] {
  mustBeModel('predictImages', model);
  mustBeImages('predictImages', images);
  const batches = batchesOf(images, model, inputShapeOf(model));
  const truths = labelsOf(images);
  if (truths && truths.length !== batches.count) {
    throw new Error(`There are ${batches.count} images but ${truths.length} labels.`);
  }
  const rows: Prediction[] = [];
  for (let start = 0; start < batches.count; start += ROWS_A_CALL) {
    const end = Math.min(start + ROWS_A_CALL, batches.count);
    for (const probabilities of probabilitiesOf(model, batches.slice(start, end))) {
      rows.push(predictionOf(rows.length, probabilities, truths?.[rows.length]));
    }
  }
  return rows;
}

function inputShapeOf(model: tf.LayersModel): number[] {
  const shape = model.inputs[0]?.shape.slice(1) ?? [];
  if (model.inputs.length !== 1 || shape.some((dimension) => dimension === null)) {
    throw new Error('predictImages needs a model with one input of a known shape.');
  }
  return shape.map(Number);
}

/** The model's probabilities for one batch, image by image; the batch is disposed of. */
function probabilitiesOf(model: tf.LayersModel, batch: tf.Tensor): number[][] {
  const answer = tf.tidy(() => model.predictOnBatch(batch) as tf.Tensor);
  const [count = 0, classes = 0] = answer.shape;
  const values = answer.dataSync();
  tf.dispose([batch, answer]);
  return Array.from({ length: count }, (_, row) =>
    Array.from(values.subarray(row * classes, (row + 1) * classes)),
  );
}

function predictionOf(index: number, probabilities: number[], truth?: number): Prediction {
  let guess = 0;
  let confidence = NaN;
  probabilities.forEach((probability, kind) => {
    if (probability > confidence || Number.isNaN(confidence)) {
      guess = kind;
      confidence = probability;
    }
  });
  if (Number.isNaN(confidence)) {
    throw new Error(
      `The model gives no numbers for image ${index} (NaN): its training went astray; ` +
        'build it anew and train it with a smaller learning rate.',
    );
  }
  return { index, ...(truth === undefined ? {} : { truth }), guess, confidence, probabilities };
}
