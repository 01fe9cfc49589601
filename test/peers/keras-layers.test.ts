import { test } from 'vitest';
import { REFUSED, compare, tables } from './keras-table';

/** Three for each layer, other ones for the next; NNLAB_TABLE=whole takes all, for half an hour. */
function optimizersFor(layer: string, place: number): string[] {
  const equal = tables.optimizers.filter((name) => REFUSED[name] === undefined);
  if (REFUSED[layer] !== undefined) return equal.slice(0, 1);
  if (process.env['NNLAB_TABLE'] === 'whole') return equal;
  return [0, 7, 14].map((step) => equal[(place + step) % equal.length] ?? '');
}

const pairs = tables.layers.flatMap((layer, place) =>
  optimizersFor(layer, place).map((optimizer) => [layer, optimizer] as const),
);

test.each(pairs)('the layer %s with %s', (layer, optimizer) =>
  compare({ layer, optimizer }, REFUSED[layer]),
);
