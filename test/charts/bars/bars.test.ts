import { describe, expect, test } from 'vitest';
import { labelBars, scoreBars } from '../../../src/charts/bars/classes';
import { confusionGrid } from '../../../src/charts/bars/confusion-grid';
import { probabilityBars } from '../../../src/charts/bars/probabilities';
import type { Chart } from '../../../src/charts/chart';
import { fashionSample } from '../../../src/data/embedded';

const rowsOf = (chart: Chart) => (chart['data'] as { values: Record<string, unknown>[] }).values;

describe('label bars', () => {
  test('count every class, also one without images', () => {
    const chart = labelBars([0, 0, 2], ['a', 'b', 'c']);
    expect(rowsOf(chart).map(({ images }) => images)).toEqual([2, 0, 1]);
    expect(chart.description).toContain('3 images in 3 classes, from 0 (b) to 2 (a)');
  });

  test('say large numbers with commas', () => {
    const labels = Array.from({ length: 12_000 }, (_, at) => (at < 11_000 ? 0 : 1));
    expect(labelBars(labels, ['a', 'b']).description).toContain(
      '12,000 images in 2 classes, from 1,000 (b) to 11,000 (a)',
    );
  });

  test('say when all classes are equal', () => {
    expect(labelBars([0, 1], ['a', 'b']).description).toContain('1 in each');
  });
});

describe('a confusion matrix', () => {
  const matrix = [
    [8, 2],
    [1, 9],
  ];

  test('has the truth in rows and the guess in columns, and says so', () => {
    const chart = confusionGrid(matrix, ['cat', 'dog']);
    const encoding = chart['encoding'] as Record<string, { field: string; title: string }>;
    expect([encoding['y']?.title, encoding['x']?.title]).toEqual(['Truth', 'Guess']);
    expect(rowsOf(chart)).toContainEqual({
      truth: 'cat',
      guess: 'dog',
      count: 2,
      share: 0.2,
      right: false,
      shown: '2',
    });
    expect(chart.description).toBe(
      'Confusion matrix, rows truth, columns guess: 17 of 20 images are right; ' +
        'most frequent errors: cat taken for dog (2), dog taken for cat (1).',
    );
  });

  test('slants words below it, and lets digits stand', () => {
    const angleFor = (names: string[]) => {
      const encoding = confusionGrid(matrix, names)['encoding'] as Record<string, { axis: object }>;
      return (encoding['x']?.axis as { labelAngle?: number }).labelAngle;
    };
    expect([angleFor(['cat', 'dog']), angleFor(['0', '1'])]).toEqual([-40, 0]);
  });

  test('gives colour to errors alone', () => {
    const [cells] = confusionGrid(matrix, ['cat', 'dog'])['layer'] as {
      encoding: {
        color: { condition: { test: string; value: string }[]; scale: { domain: number[] } };
      };
    }[];
    expect(cells?.encoding.color.condition[0]).toEqual({ test: 'datum.right', value: '#eeeeee' });
    // The darkest colour belongs to the most frequent error, not to the diagonal.
    expect(cells?.encoding.color.scale.domain.at(-1)).toBe(2);
  });

  test('of rows without images has shares of 0, not of nothing', () => {
    const chart = confusionGrid(
      [
        [0, 0],
        [0, 3],
      ],
      ['cat', 'dog'],
      { as: 'shares' },
    );
    expect(rowsOf(chart).map(({ share }) => share)).toEqual([0, 0, 0, 1]);
    expect(rowsOf(chart).map(({ shown }) => shown)).toEqual(['0', '0', '0', '100.0%']);
  });
});

test('probability bars name the truth, the guess and its rivals', () => {
  const { test: images } = fashionSample();
  const probabilities = [0, 0, 0.9, 0, 0.1];
  const row = { index: 0, truth: 4, guess: 2, confidence: 0.9, probabilities };
  const chart = probabilityBars(images.images, row, ['a', 'b', 'c', 'd', 'e']);
  expect(chart['title']).toBe('✗ c 90 %, in truth e');
  expect(chart.description).toBe(
    'Image 0 and the probability of each class: the guess is c (90 %), before e (10 %), and that is wrong: it is e.',
  );
});

test('score bars leave the averages out and name the weakest class', () => {
  const score = (of: number | 'macro average', precision: number) => ({
    of,
    precision,
    recall: 1 - precision,
    f1: 0,
    images: 1,
  });
  const chart = scoreBars([score(0, 0.9), score(1, 0.6), score('macro average', 0.75)], ['a', 'b']);
  expect(rowsOf(chart)).toHaveLength(4);
  expect(chart.description).toContain('precision from 0.60 (b) to 0.90 (a)');
});
