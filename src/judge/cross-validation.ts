import { mustBeTensors } from '../engine/usable';
import { checkOptions } from '../checks/option-names';
import * as tf from '@tensorflow/tfjs-node';
import { Mersenne } from '../random/mersenne';
import { currentSeed } from '../random/random';
import { disposeExamples, type Examples } from '../data/tensors';
import type { Table } from '../results/table';
import { accuracyOf } from './confusion';
import { predictImages } from './predict';

/** How well the model of one fold does on the images it was not trained on. */
export interface FoldScore {
  /** Counts from 1. */
  readonly fold: number;
  readonly accuracy: number;
  readonly trainImages: number;
  readonly validationImages: number;
}

interface FoldOptions {
  readonly folds?: number;
  readonly seed?: number;
}

const OPTIONS: Readonly<Record<keyof FoldOptions, true>> = { folds: true, seed: true };

/**
 * k-fold cross-validation: cuts the examples into `folds` parts, and for each part calls `build`,
 * which builds a new model and trains it on all the others; the part left out judges it.
 * Models and folds are disposed of. The folds are scikit-learn's `KFold(shuffle=True)`.
 * @example
 * ```ts
 * import { crossValidate, dense128, foldTable, loadFashion, show, sliceRows, toTensors } from 'nnlab';
 * const fashion = await loadFashion();
 * const rows = toTensors(sliceRows(fashion.train, 0, 100));
 * const scores = await crossValidate(rows, async () => dense128(), { folds: 2 });
 * show(foldTable(scores));
 * ```
 */
export async function crossValidate(
  examples: Examples,
  build: (train: Examples, fold: number) => Promise<tf.LayersModel>,
  options: FoldOptions = {},
): Promise<FoldScore[]> {
  checkOptions('crossValidate', options, OPTIONS);
  const { folds = 5, seed = currentSeed() } = options;
  mustBeTensors('crossValidate', examples);
  const count = examples.labels.shape[0];
  const scores: FoldScore[] = [];
  for (const [number, held] of foldRows(count, folds, seed).entries()) {
    const isHeld = new Set(held);
    const rest = Int32Array.from({ length: count }, (_, row) => row).filter(
      (row) => !isHeld.has(row),
    );
    const train = rowsOf(examples, rest);
    const validation = rowsOf(examples, held);
    try {
      const accuracy = judged(await build(train, number + 1), validation);
      scores.push({
        fold: number + 1,
        accuracy,
        trainImages: rest.length,
        validationImages: held.length,
      });
    } finally {
      disposeExamples(train);
      disposeExamples(validation);
    }
  }
  return scores;
}

/** The model's accuracy; the model is disposed of, even if it cannot be judged. */
function judged(model: tf.LayersModel, validation: Examples): number {
  try {
    return accuracyOf(predictImages(model, validation));
  } finally {
    // An optimizer made by the learner does not belong to the model, which would leave it.
    (model.optimizer as tf.Optimizer | undefined)?.dispose();
    model.dispose();
  }
}

/**
 * The scores as a table, with their mean and standard deviation below it.
 * @example
 * ```ts
 * import { foldTable, show } from 'nnlab';
 * show(foldTable([{ fold: 1, trainImages: 80, validationImages: 20, accuracy: 0.9 }]));
 * ```
 */
export function foldTable(scores: readonly FoldScore[]): Table {
  const accuracies = scores.map((score) => score.accuracy);
  const mean = average(accuracies);
  const deviation = Math.sqrt(average(accuracies.map((accuracy) => (accuracy - mean) ** 2)));
  return {
    title: `Cross-validation in ${scores.length} folds`,
    columns: ['fold', 'trained on', 'judged by', 'accuracy'],
    rows: scores.map(({ fold, trainImages, validationImages, accuracy }) => [
      fold,
      trainImages,
      validationImages,
      accuracy.toFixed(4),
    ]),
    note: `mean accuracy ${mean.toFixed(4)} ± ${deviation.toFixed(4)} (standard deviation)`,
  };
}

/** The rows each fold leaves out, in ascending order; together they are all rows, once each. */
export function foldRows(count: number, folds: number, seed: number): Int32Array[] {
  if (!Number.isInteger(folds) || folds < 2 || folds > count) {
    throw new Error(`Cannot cut ${count} images into ${folds} folds; take 2 to ${count}.`);
  }
  const order = new Mersenne(seed).permutation(count);
  // The first folds take one image more each where the division leaves a rest.
  const starts = Array.from(
    { length: folds + 1 },
    (_, fold) => fold * Math.floor(count / folds) + Math.min(fold, count % folds),
  );
  return starts.slice(1).map((end, fold) => order.slice(starts[fold], end).sort());
}

function rowsOf(examples: Examples, rows: Int32Array): Examples {
  return tf.tidy(() => {
    const index = tf.tensor1d(rows, 'int32');
    return { images: examples.images.gather(index), labels: examples.labels.gather(index) };
  });
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
