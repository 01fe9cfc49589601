import { expect, test } from 'vitest';
import { every } from './every';

test.each(every)('%s has an alt text of a sentence or more, ended by a full stop', (_, chart) => {
  expect(chart.description.length).toBeGreaterThan(40);
  expect(chart.description.endsWith('.')).toBe(true);
  expect(chart.description).not.toMatch(/undefined|NaN|Infinity|\n/);
});

test.each(every)('%s has a white ground of its own, for dark themes', (_, chart) => {
  expect(chart['background']).toBe('#ffffff');
});

test('no two charts have the same alt text but those of the same numbers', () => {
  const texts = new Map(every.map(([name, { description }]) => [description, name]));
  const twice = every.filter(([name, { description }]) => texts.get(description) !== name);
  expect(twice.map(([name]) => name)).toEqual(['confusion-counts']);
});
