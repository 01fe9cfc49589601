import { expect, test } from 'vitest';
import { labelCounts } from '../../src/results/label-counts';

test('labels are counted, label 0 first, those that are missing too', () => {
  expect(labelCounts([2, 0, 2, 2], 5)).toEqual([1, 0, 3, 0, 0]);
});

test('a label without a class is named with its row', () => {
  expect(() => labelCounts([0, 1, 10], 10)).toThrow('Label 10 in row 2 is not one of 0 to 9.');
  expect(() => labelCounts([0, Number.NaN], 10)).toThrow('Label NaN in row 1');
});
