import type { Table } from '../results/table';
import type { Prediction } from '../results/prediction';
import { mustBePredictions } from './check';
import { at } from '../checks/at';

/** How often one class was taken for another. */
export interface Confusion {
  readonly truth: number;
  readonly guess: number;
  readonly count: number;
}

/**
 * The share of predictions that are right, 0 to 1.
 * @example
 * ```ts
 * import { accuracyOf, dense128, loadFashion, predictImages, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * console.log(accuracyOf(judged));
 * ```
 */
export function accuracyOf(predictions: readonly Prediction[]): number {
  const wrong = wrongOnes(predictions).length;
  const right = predictions.length - wrong;
  return right / predictions.length;
}

/**
 * The predictions whose guess is not the truth, in their order.
 * @example
 * ```ts
 * import { dense128, loadFashion, predictImages, sliceRows, wrongOnes } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * console.log(wrongOnes(judged).length);
 * ```
 */
export function wrongOnes(predictions: readonly Prediction[]): Prediction[] {
  mustBePredictions(predictions);
  return predictions.filter((prediction) => prediction.guess !== truthOf(prediction));
}

/**
 * Counts of images: a row for each true class, a column for each guessed class.
 * @example
 * ```ts
 * import { confusionMatrix, dense128, loadFashion, predictImages, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * console.log(confusionMatrix(judged)[0]); // how the images of class 0 were named
 * ```
 */
export function confusionMatrix(predictions: readonly Prediction[]): number[][] {
  mustBePredictions(predictions);
  const classes = predictions[0]?.probabilities.length ?? 0;
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const prediction of predictions) {
    const row = at(matrix, truthOf(prediction));
    row[prediction.guess] = at(row, prediction.guess) + 1;
  }
  return matrix;
}

/**
 * The pairs of classes most often mixed up, the worst first.
 * @example
 * ```ts
 * import { dense128, loadFashion, mostConfused, predictImages, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * console.log(mostConfused(judged, 3));
 * ```
 */
export function mostConfused(predictions: readonly Prediction[], pairs = 5): Confusion[] {
  return confusionMatrix(predictions)
    .flatMap((row, truth) => row.map((count, guess) => ({ truth, guess, count })))
    .filter(({ truth, guess, count }) => truth !== guess && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, pairs);
}

/**
 * Confused pairs as a table with the names of the classes.
 * @example
 * ```ts
 * import { confusedTable, dense128, loadFashion, mostConfused, predictImages, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * show(confusedTable(mostConfused(judged), fashion.classNames));
 * ```
 */
export function confusedTable(pairs: readonly Confusion[], classNames: readonly string[]): Table {
  return {
    title: 'Most often confused',
    columns: ['truth', 'guess', 'images'],
    rows: pairs.map(({ truth, guess, count }) => [
      classNames[truth] ?? truth,
      classNames[guess] ?? guess,
      count,
    ]),
  };
}

function truthOf({ index, truth, probabilities }: Prediction): number {
  if (truth === undefined) {
    throw new Error(
      `Prediction ${index} has no truth to be judged by: give predictImages the labels too.`,
    );
  }
  if (!(truth in probabilities)) {
    throw new Error(
      `Image ${index} has the label ${truth}, but the model knows the classes 0 to ` +
        `${probabilities.length - 1} only.`,
    );
  }
  return truth;
}
