import type { Table } from '../show/table';
import { confusionMatrix } from './confusion';
import type { Prediction } from './prediction';

/** Precision, recall and F1 of one class, or their average over all classes. Each is 0 to 1. */
export interface ClassScore {
  /** The number of the class, or which average it is. */
  readonly of: number | 'macro average' | 'weighted average';
  /** Of the images guessed to be this class, the share that is; 0 if there are none. */
  readonly precision: number;
  /** Of the images of this class, the share that was found; 0 if there are none. */
  readonly recall: number;
  /** The harmonic mean of precision and recall; 0 if both are 0. */
  readonly f1: number;
  /** How many images truly are of this class. */
  readonly images: number;
}

/** A row for each class, then the plain average and the one weighted by images. */
export function classScores(predictions: readonly Prediction[]): ClassScore[] {
  const matrix = confusionMatrix(predictions);
  const scores = matrix.map((_, kind) => scoreOf(matrix, kind));
  return [
    ...scores,
    averageOf(scores, 'macro average', () => 1),
    averageOf(scores, 'weighted average', (score) => score.images),
  ];
}

/** The scores as a table; the accuracy stands below it. */
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
  const found = matrix[kind]?.[kind] ?? 0;
  const images = sum(matrix[kind] ?? []);
  const guessed = sum(matrix.map((row) => row[kind] ?? 0));
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
