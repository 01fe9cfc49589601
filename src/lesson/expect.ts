import { isDeepStrictEqual } from 'node:util';

/** Checks that a number of the lesson is exactly what the text says. */
export function expectEqual<T>(actual: T, expected: T, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Error(
      `${what}: the lesson says ${inWords(expected)}, this run gave ${inWords(actual)}.`,
    );
  }
  console.log(`✓ ${what}: ${inWords(actual)}`);
}

/** Checks that a number that differs a little from run to run lies in its band, `[low, high]`. */
export function expectBetween(value: number, band: readonly number[], what: string): void {
  const [low = NaN, high = NaN] = band;
  const seen = value.toFixed(4);
  if (!(value >= low && value <= high)) {
    throw new Error(`${what}: the lesson expects ${low} to ${high}, this run gave ${seen}.`);
  }
  console.log(`✓ ${what}: ${seen} (expected ${low} to ${high})`);
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
