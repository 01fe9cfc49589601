import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectBetween, expectEqual } from '../../src/lesson/expect';

describe('a number of the lesson', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  test('is confirmed in one line when it is what the text says', () => {
    expectEqual([60000, 785], [60000, 785], 'shape');
    expect(lines).toEqual(['✓ shape: [60000,785]']);
  });

  test('stops the cell when it is something else, naming both', () => {
    expect(() => expectEqual(1, 2, 'rows')).toThrow('rows: the lesson says 2, this run gave 1.');
  });

  test('may lie anywhere in its band, ends included', () => {
    expectBetween(0.86, [0.86, 0.9], 'accuracy');
    expectBetween(0.9, [0.86, 0.9], 'accuracy');
    expect(lines).toHaveLength(2);
  });

  test('stops the cell outside its band, or when it is no number', () => {
    expect(() => expectBetween(0.8599, [0.86, 0.9], 'accuracy')).toThrow('this run gave 0.8599');
    expect(() => expectBetween(NaN, [0.86, 0.9], 'accuracy')).toThrow('accuracy');
  });
});
