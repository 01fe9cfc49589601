import { Mersenne } from './mersenne';
import { at } from '../checks/at';

const LARGEST_SEED = 2 ** 32 - 1;

let seed: number | undefined;

/**
 * Makes everything random repeat: call it once, before the first model is built.
 *
 * Two kinds of chance depend on the seed, so that a notebook gives the same numbers again:
 * - what is drawn one after the other (initial weights, random picks, tfjs's own dropout
 *   and shuffling) comes from `Math.random`, which starts anew here;
 * - what belongs to a place (the split of a data set, the order of epoch 7, the dropout of
 *   step 812) depends on the seed and that place alone, so running a cell twice, or going
 *   on with a saved model, changes nothing: see `seededOrder`.
 *
 * The numbers are those of Python's `numpy.random.seed(42)`.
 * @example
 * ```ts
 * import { setSeed } from 'nnlab';
 * setSeed(42);
 * console.log(Math.random()); // the same number each time
 * ```
 */
export function setSeed(newSeed: number): void {
  if (!Number.isInteger(newSeed) || newSeed < 0 || newSeed > LARGEST_SEED) {
    throw new Error(
      `A seed is a whole number from 0 to ${LARGEST_SEED}, not ${newSeed}; take 42, say.`,
    );
  }
  seed = newSeed;
  // tfjs draws initial weights from Math.random and has no seed for all of them.
  const stream = new Mersenne(newSeed);
  Math.random = () => stream.fraction();
}

/** The seed in use. Without `setSeed` it is one drawn by chance for this run of the kernel. */
export function currentSeed(): number {
  seed ??= at(crypto.getRandomValues(new Uint32Array(1)), 0);
  return seed;
}

/**
 * The numbers 0 to count - 1 in an order that depends on the current seed and the key alone,
 * not on what was drawn before: `seededOrder(54000, epoch)` is the same in a run that was
 * interrupted and in one that was not.
 * @example
 * ```ts
 * import { seededOrder, setSeed } from 'nnlab';
 * setSeed(42);
 * console.log(seededOrder(5, 1)); // an order of 0 to 4; another one for another key
 * ```
 */
export function seededOrder(count: number, ...key: readonly number[]): Int32Array {
  return new Mersenne([currentSeed(), ...key]).permutation(count);
}

/**
 * Picks `count` different numbers from 0 to `from` - 1, others with every call.
 * @example
 * ```ts
 * import { randomPicks } from 'nnlab';
 * console.log(randomPicks(3, 10)); // three different numbers from 0 to 9
 * ```
 */
export function randomPicks(count: number, from: number): number[] {
  if (!Number.isInteger(count) || count < 0 || count > from) {
    throw new Error(`Cannot pick ${count} different numbers out of ${from}.`);
  }
  const numbers = Array.from({ length: from }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(Math.random() * (from - i));
    [numbers[i], numbers[j]] = [at(numbers, j), at(numbers, i)];
  }
  return numbers.slice(0, count);
}
