import { trainingWasStopped } from '../kernel/stop';
import { sameContent } from '../platform';

/**
 * Checks that a number of the lesson is exactly what the text says.
 * @example
 * ```ts
 * import { expectEqual } from 'nnlab';
 * expectEqual(784 * 128 + 128, 100_480, 'parameters of the hidden layer');
 * ```
 */
export function expectEqual<T>(actual: T, expected: T, what: string): void {
  if (sameContent(actual, expected)) console.log(`✓ ${what}: ${inWords(actual)}`);
  else differs(what, `the lesson says ${inWords(expected)}`, inWords(actual));
}

/**
 * Checks that a number that differs a little from run to run lies in its band, `[low, high]`.
 * @example
 * ```ts
 * import { expectBetween } from 'nnlab';
 * expectBetween(0.88, [0.85, 0.9], 'accuracy');
 * ```
 */
export function expectBetween(value: number, band: readonly number[], what: string): void {
  const [low = NaN, high = NaN] = band;
  const seen = value.toFixed(4);
  if (value >= low && value <= high) {
    console.log(`✓ ${what}: ${seen} (expected ${low} to ${high})`);
  } else differs(what, `the lesson expects ${low} to ${high}`, seen);
}

/** The text holds for whole trainings: after Stop another figure is no mistake, and is only told. */
function differs(what: string, told: string, seen: string): void {
  if (!trainingWasStopped()) throw new Error(`${what}: ${told}, this run gave ${seen}.`);
  console.log(`– ${what}: ${seen} (${told}, if no training is stopped)`);
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
