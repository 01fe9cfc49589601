import { describe, expect, it } from 'vitest';
import {
  accuracyOf,
  confusedTable,
  confusionMatrix,
  mostConfused,
  wrongOnes,
} from '../../src/judge/confusion';
import { golden, predictionsOf } from './golden';

describe.each(golden.cases)('of $name, scikit-learn says the same', (judged) => {
  const predictions = predictionsOf(judged.truth, judged.guess, judged.classes);

  it('about the accuracy', () => {
    expect(accuracyOf(predictions)).toBeCloseTo(judged.accuracy, 12);
  });

  it('about the confusion matrix, rows truth and columns guess', () => {
    expect(confusionMatrix(predictions)).toEqual(judged.confusion);
  });
});

describe('the mistakes', () => {
  const truth = [4, 4, 4, 9, 9, 1, 2];
  const guess = [9, 9, 4, 4, 9, 7, 2];
  const predictions = predictionsOf(truth, guess, 10);

  it('are listed in the order of the images', () => {
    expect(wrongOnes(predictions).map((wrong) => wrong.index)).toEqual([0, 1, 3, 5]);
  });

  it('are summed up as pairs, the most frequent first', () => {
    expect(mostConfused(predictions)).toEqual([
      { truth: 4, guess: 9, count: 2 },
      { truth: 1, guess: 7, count: 1 },
      { truth: 9, guess: 4, count: 1 },
    ]);
    expect(mostConfused(predictions, 1)).toEqual([{ truth: 4, guess: 9, count: 2 }]);
  });

  it('are shown with the names of the classes', () => {
    const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const table = confusedTable(mostConfused(predictions, 1), names);
    expect(table.title).toBe('Most often confused');
    expect(table.columns).toEqual(['truth', 'guess', 'images']);
    expect(table.rows).toEqual([['four', 'nine', 2]]);
  });
});

describe('what cannot be judged is said in words', () => {
  const [right] = predictionsOf([0], [0], 2);
  if (!right) throw new Error('one prediction expected');

  it('when there is no truth', () => {
    const unknown = { index: 3, guess: 0, confidence: 1, probabilities: [1, 0] };
    expect(() => accuracyOf([right, unknown])).toThrow(/Prediction 3 has no truth/);
  });

  it('when a label is no class of the model', () => {
    expect(() => confusionMatrix([{ ...right, truth: 2 }])).toThrow(/label 2.*classes 0 to 1/);
  });

  it('when there is nothing at all', () => {
    expect(() => accuracyOf([])).toThrow(/no predictions/);
    expect(() => confusionMatrix([])).toThrow(/no predictions/);
  });
});
