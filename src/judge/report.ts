import type { ClassScore } from '../results/class-score';
import type { Table } from '../results/table';
import { confusionMatrix } from './confusion';
import type { Prediction } from '../results/prediction';
import { at } from '../checks/at';

/**
 * A row for each class, then the plain average and the one weighted by images.
 * @example
 * ```ts
 * import { classScores, dense128, loadFashion, predictImages, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * console.log(classScores(judged)[0]);
 * ```
 */
export function classScores(predictions: readonly Prediction[]): ClassScore[] {
  const matrix = confusionMatrix(predictions);
  const scores = matrix.map((_, kind) => scoreOf(matrix, kind));
  return [
    ...scores,
    averageOf(scores, 'macro average', () => 1),
    averageOf(scores, 'weighted average', (score) => score.images),
  ];
}

/**
 * The scores as a table; the accuracy stands below it.
 * @example
 * ```ts
 * import { classScores, dense128, loadFashion, predictImages, scoreTable, show, sliceRows } from 'nnlab';
 * const fashion = await loadFashion();
 * const judged = predictImages(dense128(), sliceRows(fashion.test, 0, 100));
 * show(scoreTable(classScores(judged), fashion.classNames));
 * ```
 */
export function scoreTable(scores: readonly ClassScore[], classNames: readonly string[]): Table {
  // Averaged by images, recall is the share of all images that were found: the accuracy.
  const accuracy = scores.find((score) => score.of === 'weighted average')?.recall;
  return {
    title: 'Precision, recall and F1',
    columns: ['class', 'precision', 'recall', 'F1', 'images'],
    rows: scores.map(({ of, precision, recall, f1, images }) => [
      typeof of === 'number' ? (classNames[of] ?? of) : of,
      ...[precision, recall, f1].map((share) => share.toFixed(3)),
      images,
    ]),
    ...(accuracy === undefined ? {} : { note: `accuracy ${accuracy.toFixed(4)}` }),
  };
}

function scoreOf(matrix: readonly (readonly number[])[], kind: number): ClassScore {
  const found = at(at(matrix, kind), kind);
  const images = sum(at(matrix, kind));
  const guessed = sum(matrix.map((row) => at(row, kind)));
  return {
    of: kind,
    precision: share(found, guessed),
    recall: share(found, images),
    f1: share(2 * found, guessed + images),
    images,
  };
}

function averageOf(
  scores: readonly ClassScore[],
  of: ClassScore['of'],
  weightOf: (score: ClassScore) => number,
): ClassScore {
  const total = sum(scores.map(weightOf));
  const mean = (of: 'precision' | 'recall' | 'f1') =>
    share(sum(scores.map((score) => score[of] * weightOf(score))), total);
  return {
    of,
    precision: mean('precision'),
    recall: mean('recall'),
    f1: mean('f1'),
    images: sum(scores.map((score) => score.images)),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
