import type { Table } from '../results/table';
import type { Prediction } from '../results/prediction';
import { mustBePredictions } from './check';

/** How often one class was taken for another. */
export interface Confusion {
  readonly truth: number;
  readonly guess: number;
  readonly count: number;
}

/** The share of predictions that are right, 0 to 1. */
export function accuracyOf(predictions: readonly Prediction[]): number {
  const wrong = wrongOnes(predictions).length;
  const right = predictions.length - wrong;
  return right / predictions.length;
}

/** The predictions whose guess is not the truth, in their order. */
export function wrongOnes(predictions: readonly Prediction[]): Prediction[] {
  mustBePredictions(predictions);
  return predictions.filter((prediction) => prediction.guess !== truthOf(prediction));
}

/** Counts of images: a row for each true class, a column for each guessed class. */
export function confusionMatrix(predictions: readonly Prediction[]): number[][] {
  mustBePredictions(predictions);
  const classes = predictions[0]?.probabilities.length ?? 0;
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const prediction of predictions) {
    const row = matrix[truthOf(prediction)];
    if (row) row[prediction.guess] = (row[prediction.guess] ?? 0) + 1;
  }
  return matrix;
}

/** The pairs of classes most often mixed up, the worst first. */
export function mostConfused(predictions: readonly Prediction[], pairs = 5): Confusion[] {
  return confusionMatrix(predictions)
    .flatMap((row, truth) => row.map((count, guess) => ({ truth, guess, count })))
    .filter(({ truth, guess, count }) => truth !== guess && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, pairs);
}

/** Confused pairs as a table with the names of the classes. */
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
