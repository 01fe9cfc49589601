import { expect, test } from 'vitest';
import { every } from './every';

interface Tip {
  readonly field?: string;
  readonly title?: string;
}

/** Every tooltip in a spec, wherever it stands. */
function tipsOf(part: unknown): Tip[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'tooltip' in part && Array.isArray(part.tooltip) ? (part.tooltip as Tip[]) : [];
  return [...own, ...Object.values(part).flatMap(tipsOf)];
}

const names = every.flatMap(([chart, spec]) =>
  tipsOf(spec).map(({ field, title }) => ({ chart, name: title ?? field })),
);

// vega-tooltip shows what is called `image` as a picture at that address, and `title` as a heading.
test('no tooltip has a name that the viewer takes for something else', () => {
  expect(names.filter(({ name }) => name === 'image' || name === 'title')).toEqual([]);
});

test('points, bars, squares and images tell their numbers', () => {
  const telling = new Set(names.map(({ chart }) => chart));
  const silent = every.map(([name]) => name).filter((name) => !telling.has(name));
  expect(silent).toEqual([
    'picture',
    'network',
    'network-small',
    'network-types',
    'forward-pass',
    'workflow',
    'pipeline',
    'data-flow',
    'batches',
    'colour-grid',
  ]);
});
