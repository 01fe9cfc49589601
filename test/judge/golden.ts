import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Prediction } from '../../src/results/prediction';

type Shares = readonly [precision: number[], recall: number[], f1: number[]];
type Averages = readonly [precision: number, recall: number, f1: number];

interface Judged {
  readonly name: string;
  readonly classes: number;
  readonly truth: readonly number[];
  readonly guess: readonly number[];
  readonly accuracy: number;
  readonly confusion: readonly (readonly number[])[];
  readonly perClass: Shares;
  readonly macro: Averages;
  readonly weighted: Averages;
}

interface Folds {
  readonly count: number;
  readonly folds: number;
  readonly seed: number;
  readonly rows: readonly (readonly number[])[];
}

/** What scikit-learn says; written by scripts/golden/judging.py. */
export const golden = JSON.parse(
  readFileSync(join(__dirname, 'golden', 'scikit-learn.json'), 'utf8'),
) as { readonly cases: readonly Judged[]; readonly folds: readonly Folds[] };

/** Rows as a model would give them that is quite sure of every guess. */
export function predictionsOf(
  truth: readonly number[],
  guess: readonly number[],
  classes: number,
): Prediction[] {
  return truth.map((label, index) => {
    const probabilities = new Array<number>(classes).fill(0);
    probabilities[guess[index] ?? 0] = 1;
    return { index, truth: label, guess: guess[index] ?? 0, confidence: 1, probabilities };
  });
}
