import { expect, test } from 'vitest';
import { REFUSED, compare, tables } from './keras-table';

test.each(tables.optimizers)('the optimizer %s', (optimizer) =>
  compare({ optimizer }, REFUSED[optimizer]),
);

test.each(tables.optimizers)('the optimizer %s before the first step', (optimizer) =>
  compare({ optimizer, trained: false }, REFUSED[optimizer]),
);

test.each(tables.compiled)('compiled with %s', (compiled) =>
  compare({ compiled }, REFUSED[compiled]),
);

test('every word of refusal is used', () => {
  const all = new Set([...tables.layers, ...tables.optimizers, ...tables.compiled]);
  expect(Object.keys(REFUSED).filter((name) => !all.has(name))).toEqual([]);
});
