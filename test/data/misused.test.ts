import { describe, expect, test } from 'vitest';
import { joinRows, pickRows, sliceRows } from '../../src/data/rows';
import { shuffleSplit, splitLikeScikit, takeLast, takeLastPart } from '../../src/data/splits';
import { splitStratified } from '../../src/data/stratified';
import { toTensors } from '../../src/data/tensors';
import { numberedImages } from './made';

/** What JavaScript lets through. */
const odd = (value: unknown): never => value as never;
const images = numberedImages(4);

/** All that takes images and labels, by its name. */
const uses: readonly (readonly [name: string, use: (given: never) => unknown])[] = [
  ['sliceRows', (given) => sliceRows(given, 0)],
  ['pickRows', (given) => pickRows(given, [0])],
  ['joinRows', (given) => joinRows(images, given)],
  ['joinRows', (given) => joinRows(given, images)],
  ['takeLast', (given) => takeLast(given, 1)],
  ['takeLastPart', (given) => takeLastPart(given, 0.1)],
  ['shuffleSplit', (given) => shuffleSplit(given, 0.5)],
  ['splitLikeScikit', (given) => splitLikeScikit(given, 0.1)],
  ['splitStratified', (given) => splitStratified(given, 0.1)],
  ['toTensors', (given) => toTensors(given)],
];

describe.each(uses)('%s', (name, use) => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['arrays', [[1]]],
    ['tensors', toTensors(images)],
    ['images alone', { images: images.images }],
    ['labels alone', { labels: images.labels }],
  ])('refuses %s', (_, given) => {
    expect(() => use(odd(given))).toThrow(
      `${name} needs images and labels as the readers give them, such as fashion.train; ` +
        'tensors and arrays of your own have another form.',
    );
  });
});

const empty = numberedImages(0);
test.each(uses.filter(([name]) => !name.endsWith('Rows')))(
  '%s refuses an empty set',
  (name, use) => {
    expect(() => use(odd(empty))).toThrow(`${name}: there are no images; the set is empty.`);
  },
);
