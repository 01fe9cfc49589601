import { describe, expect, it } from 'vitest';
import { classScores, scoreTable } from '../../src/judge/report';
import { type ClassScore } from '../../src/results/class-score';
import { golden, predictionsOf } from './golden';

function expectShares(score: ClassScore | undefined, shares: readonly (number | undefined)[]) {
  const [precision, recall, f1] = shares;
  expect(score?.precision).toBeCloseTo(precision ?? NaN, 12);
  expect(score?.recall).toBeCloseTo(recall ?? NaN, 12);
  expect(score?.f1).toBeCloseTo(f1 ?? NaN, 12);
}

describe.each(golden.cases)('of $name, scikit-learn says the same', (judged) => {
  const scores = classScores(predictionsOf(judged.truth, judged.guess, judged.classes));

  it('about precision, recall and F1 of each class', () => {
    for (let kind = 0; kind < judged.classes; kind++) {
      expectShares(
        scores[kind],
        judged.perClass.map((values) => values[kind]),
      );
      expect(scores[kind]?.images).toBe(judged.truth.filter((label) => label === kind).length);
    }
  });

  it('about their averages', () => {
    const averages = scores.slice(judged.classes);
    expect(averages.map((score) => score.of)).toEqual(['macro average', 'weighted average']);
    expectShares(averages[0], judged.macro);
    expectShares(averages[1], judged.weighted);
  });
});

it('the table has a row for each class and average, and the accuracy below', () => {
  const scores = classScores(predictionsOf([0, 0, 0, 1], [0, 0, 1, 1], 2));
  const table = scoreTable(scores, ['Coat', 'Shirt']);
  expect(table.columns).toEqual(['class', 'precision', 'recall', 'F1', 'images']);
  expect(table.rows).toEqual([
    ['Coat', '1.000', '0.667', '0.800', 3],
    ['Shirt', '0.500', '1.000', '0.667', 1],
    ['macro average', '0.750', '0.833', '0.733', 4],
    ['weighted average', '0.875', '0.750', '0.767', 4],
  ]);
  expect(table.title).toBe('Precision, recall and F1');
  expect(table.note).toBe('accuracy 0.7500');
});

it('a class that is never guessed, or never there, has shares of 0 and not of 0 by 0', () => {
  const [coats, shirts, bags] = classScores(predictionsOf([0, 1], [0, 0], 3));
  expect(coats).toMatchObject({ precision: 0.5, recall: 1 });
  expect(shirts).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  expect(bags).toMatchObject({ precision: 0, recall: 0, f1: 0, images: 0 });
});

it('a table of classes alone has no accuracy', () => {
  const [coats] = classScores(predictionsOf([0, 1], [0, 1], 2));
  const table = scoreTable(coats ? [coats] : [], ['Coat']);
  expect(table.rows).toEqual([['Coat', '1.000', '1.000', '1.000', 1]]);
  expect(table).not.toHaveProperty('note');
});
