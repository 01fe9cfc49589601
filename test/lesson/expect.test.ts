import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetStops, stoppedError } from '../../src/kernel/stop';
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

  test('is only told after a training was stopped, and checked again when the lesson begins anew', () => {
    stoppedError('after epoch 3');
    expectEqual(3, 20, 'epochs');
    expectBetween(0.8, [0.86, 0.9], 'accuracy');
    expectBetween(0.87, [0.86, 0.9], 'accuracy');
    expect(lines).toEqual([
      '– epochs: 3 (the lesson says 20, if no training is stopped)',
      '– accuracy: 0.8000 (the lesson expects 0.86 to 0.9, if no training is stopped)',
      '✓ accuracy: 0.8700 (expected 0.86 to 0.9)',
    ]);
    forgetStops();
    expect(() => expectEqual(3, 20, 'epochs')).toThrow('the lesson says 20');
  });
});
