import { expect, test } from 'vitest';
import { at, entry, lastOf } from '../../src/checks/at';

test('a place of a list gives its value, zeros and empty texts too', () => {
  expect(at([5, 0], 1)).toBe(0);
  expect(at(['', 'a'], 0)).toBe('');
  expect(at(new Uint8Array([7]), 0)).toBe(7);
  expect(lastOf([1, 2, 3])).toBe(3);
});

test('a place that the list lacks is an error, and never a zero', () => {
  expect(() => at([5, 6], 2)).toThrow('place 2 of a list of 2');
  expect(() => at([5, 6], -1)).toThrow('place -1');
  expect(() => at([5, 6], 0.5)).toThrow('place 0.5');
  expect(() => at([5, 6], NaN)).toThrow('place NaN');
  expect(() => lastOf([])).toThrow('place -1 of a list of 0');
});

test('a key that a map lacks is an error', () => {
  expect(entry(new Map([['rows', 0]]), 'rows')).toBe(0);
  expect(() => entry(new Map<string, number>(), 'rows')).toThrow('a key that it lacks');
});
