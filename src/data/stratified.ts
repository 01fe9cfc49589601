import { mustBeLabelled, mustNotBeEmpty } from './check-labels';
import type { LabelledImages } from './dataset';
import { Mersenne } from '../random/mersenne';
import { currentSeed } from '../random/random';
import { announced, checkedPart, cut, type TestSplit } from './splits';
import { at } from '../checks/at';

/**
 * Cuts a set into training and test rows so that each class keeps its share in both, as
 * scikit-learn's `train_test_split(…, test_size=part, random_state=seed, stratify=labels)`.
 */
export function splitStratified(
  examples: LabelledImages,
  part: number,
  seed: number = currentSeed(),
): TestSplit {
  mustBeLabelled('splitStratified', examples);
  mustNotBeEmpty('splitStratified', examples);
  const random = new Mersenne(seed);
  const classes = rowsOfClasses(examples.labels);
  const count = examples.labels.length;
  const testCount = Math.ceil(count * checkedPart(part));
  checkSizes(classes, Math.min(testCount, count - testCount));
  const sizes = classes.map((rows) => rows.length);
  const trainSizes = shares(sizes, count - testCount, random);
  const rest = sizes.map((size, i) => size - at(trainSizes, i));
  const testSizes = shares(rest, testCount, random);
  const train: number[][] = [];
  const test: number[][] = [];
  classes.forEach((rows, i) => {
    const mixed = Array.from(random.permutation(rows.length), (k) => at(rows, k));
    const end = at(trainSizes, i);
    train.push(mixed.slice(0, end));
    test.push(mixed.slice(end, end + at(testSizes, i)));
  });
  const split = cut(examples, mix(train.flat(), random), mix(test.flat(), random));
  return announced(split, `shuffled with seed ${seed}, each class with its share in both`);
}

function rowsOfClasses(labels: Uint8Array): number[][] {
  const classes: number[][] = [];
  labels.forEach((label, row) => (classes[label] ??= []).push(row));
  return classes.filter((rows) => rows.length > 0);
}

function checkSizes(classes: readonly number[][], smallerPart: number): void {
  if (classes.some((rows) => rows.length < 2) || smallerPart < classes.length) {
    throw new Error(
      `Each of the ${classes.length} classes needs a row in both parts; ` +
        `take more images or a part nearer to a half.`,
    );
  }
}

/** How many of `draws` rows fall to each class; what is left over goes to the largest remainders. */
function shares(sizes: readonly number[], draws: number, random: Mersenne): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size / total) * draws);
  const result = exact.map(Math.floor);
  const remainders = exact.map((value, i) => value - at(result, i));
  let missing = draws - result.reduce((sum, size) => sum + size, 0);
  for (const value of [...new Set(remainders)].sort((a, b) => b - a)) {
    if (missing === 0) break;
    const tied = [...remainders.keys()].filter((i) => remainders[i] === value);
    const chosen = random.permutation(tied.length).subarray(0, missing);
    for (const k of chosen) result[at(tied, k)] = at(result, at(tied, k)) + 1;
    missing -= chosen.length;
  }
  return result;
}

function mix(rows: readonly number[], random: Mersenne): Int32Array {
  return random.shuffle(Int32Array.from(rows));
}
