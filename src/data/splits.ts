import { mustBeLabelled, mustNotBeEmpty } from './check-labels';
import { formatCount } from '../results/numbers';
import type { LabelledImages } from './dataset';
import { Mersenne } from '../random/mersenne';
import { currentSeed } from '../random/random';
import { partOf, sliceRows } from './rows';

/** Training rows and the rows held back for validation. */
export interface Split {
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
}

/** Training and test rows cut from one set, with the row numbers they had there. */
export interface TestSplit {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
  readonly trainRows: Int32Array;
  readonly testRows: Int32Array;
}

/**
 * Holds back the last `count` rows for validation: `takeLast(fashion.train, 5000)`.
 * @example
 * ```ts
 * import { loadFashion, takeLast } from 'nnlab';
 * const fashion = await loadFashion();
 * const { train: learned, validation } = takeLast(fashion.train, 500);
 * console.log(learned.labels.length, validation.labels.length);
 * ```
 */
export function takeLast(examples: LabelledImages, count: number): Split {
  mustBeLabelled('takeLast', examples);
  mustNotBeEmpty('takeLast', examples);
  const total = examples.labels.length;
  if (!Number.isInteger(count) || count < 1 || count >= total) {
    throw new Error(
      `Cannot hold back ${count} of ${total} rows; take a whole number from 1 to ${total - 1}.`,
    );
  }
  return announced(holdBack(examples, count), 'the last rows');
}

/**
 * Holds back the last part of the rows, 0.1 for a tenth, without shuffling, as Keras does.
 * @example
 * ```ts
 * import { loadFashion, takeLastPart } from 'nnlab';
 * const fashion = await loadFashion();
 * const { validation } = takeLastPart(fashion.train, 0.1);
 * console.log(validation.labels.length);
 * ```
 */
export function takeLastPart(examples: LabelledImages, part: number): Split {
  mustBeLabelled('takeLastPart', examples);
  mustNotBeEmpty('takeLastPart', examples);
  return takeLast(examples, countOfPart(examples, part));
}

/**
 * Shuffles the rows, then holds back a part of them, 0.1 for a tenth. The order depends on
 * the seed alone, as `numpy.random.seed(42); numpy.random.permutation(n)` does.
 * @example
 * ```ts
 * import { loadFashion, shuffleSplit } from 'nnlab';
 * const fashion = await loadFashion();
 * const { train: learned, validation } = shuffleSplit(fashion.train, 0.1, 42);
 * console.log(learned.labels.length, validation.labels.length);
 * ```
 */
export function shuffleSplit(
  examples: LabelledImages,
  part: number,
  seed: number = currentSeed(),
): Split {
  mustBeLabelled('shuffleSplit', examples);
  mustNotBeEmpty('shuffleSplit', examples);
  const order = new Mersenne(seed).permutation(examples.labels.length);
  const end = order.length - countOfPart(examples, part);
  const train = partOf(examples, order.subarray(0, end));
  const validation = partOf(examples, order.subarray(end));
  return announced({ train, validation }, `shuffled with seed ${seed}`);
}

/**
 * Cuts a set into training and test rows exactly as scikit-learn's
 * `train_test_split(…, test_size=part, random_state=seed)` does.
 * @example
 * ```ts
 * import { loadFashion, splitLikeScikit } from 'nnlab';
 * const fashion = await loadFashion();
 * const { train: learned, test } = splitLikeScikit(fashion.train, 0.2, 42);
 * console.log(learned.labels.length, test.labels.length);
 * ```
 */
export function splitLikeScikit(
  examples: LabelledImages,
  part: number,
  seed: number = currentSeed(),
): TestSplit {
  mustBeLabelled('splitLikeScikit', examples);
  mustNotBeEmpty('splitLikeScikit', examples);
  const count = examples.labels.length;
  const testCount = Math.ceil(count * checkedPart(part));
  const order = new Mersenne(seed).permutation(count);
  const split = cut(examples, order.subarray(testCount), order.subarray(0, testCount));
  return announced(split, `shuffled with seed ${seed} as scikit-learn does`);
}

/** Says in the cell's output what has been split how. */
export function announced<T extends Split | TestSplit>(split: T, how: string): T {
  const held = 'test' in split ? split.test : split.validation;
  const count = (part: LabelledImages): string => formatCount(part.labels.length);
  const name = 'test' in split ? 'test' : 'validation';
  console.log(`${count(split.train)} images for training, ${count(held)} for ${name} (${how})`);
  return split;
}

/** Both parts of a set, by the numbers of their rows. */
export function cut(
  examples: LabelledImages,
  trainRows: Int32Array,
  testRows: Int32Array,
): TestSplit {
  return {
    train: partOf(examples, trainRows),
    test: partOf(examples, testRows),
    trainRows,
    testRows,
  };
}

/** The part itself, if one can hold it back. */
export function checkedPart(part: number): number {
  if (!(part > 0 && part < 1)) {
    throw new Error(`The part to hold back lies between 0 and 1, such as 0.1, not ${part}.`);
  }
  return part;
}

function holdBack(examples: LabelledImages, count: number): Split {
  return { train: sliceRows(examples, 0, -count), validation: sliceRows(examples, -count) };
}

function countOfPart(examples: LabelledImages, part: number): number {
  const total = examples.labels.length;
  return total - Math.floor(total * (1 - checkedPart(part)));
}
