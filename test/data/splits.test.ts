import { describe, expect, test } from 'vitest';
import { setSeed } from '../../src/random/random';
import { shuffleSplit, splitLikeScikit, takeLast, takeLastPart } from '../../src/data/splits';
import { splitStratified } from '../../src/data/stratified';
import golden from './golden/splits.json';
import { numberedImages, printedLines, rowsIn } from './made';

const printed = printedLines();
const hundred = numberedImages(100);

describe('the last rows', () => {
  test('are held back, the others stay in order', () => {
    const { train, validation } = takeLast(hundred, 30);
    expect(rowsIn(train)).toEqual([...Array(70).keys()]);
    expect(rowsIn(validation)).toEqual([...Array(30).keys()].map((i) => 70 + i));
    expect([...validation.labels]).toEqual([...hundred.labels].slice(70));
    expect(printed).toEqual(['70 images for training, 30 for validation (the last rows)']);
  });

  test('can be a part', () => {
    const { train, validation } = takeLastPart(hundred, 0.1);
    expect([train.labels.length, validation.labels.length]).toEqual([90, 10]);
  });

  test('are one more where the part is no whole number, as in Keras', () => {
    const { train, validation } = takeLastPart(numberedImages(25), 0.1);
    expect([train.labels.length, validation.labels.length]).toEqual([22, 3]);
  });

  test.each([0, 100, 2.5, -1])('cannot be %s of 100', (count) => {
    expect(() => takeLast(hundred, count)).toThrow(
      `Cannot hold back ${count} of 100 rows; take a whole number from 1 to 99.`,
    );
  });

  test.each([0, 1, 5000])('cannot be the part %s', (part) => {
    expect(() => takeLastPart(hundred, part)).toThrow(
      `The part to hold back lies between 0 and 1, such as 0.1, not ${part}.`,
    );
  });
});

describe('a shuffled split', () => {
  const numpy = golden.generator.find((row) => row.seed === 42)?.permutation ?? [];

  test('takes the rows in numpy’s order', () => {
    const { train, validation } = shuffleSplit(hundred, 0.1, 42);
    expect([...rowsIn(train), ...rowsIn(validation)]).toEqual(numpy);
    expect(train.labels[0]).toBe((numpy[0] ?? 0) % 10);
    expect(printed).toEqual(['90 images for training, 10 for validation (shuffled with seed 42)']);
  });

  test('follows setSeed, and running the cell again changes nothing', () => {
    setSeed(42);
    expect([shuffleSplit(hundred, 0.1), shuffleSplit(hundred, 0.1)]).toEqual([
      shuffleSplit(hundred, 0.1, 42),
      shuffleSplit(hundred, 0.1, 42),
    ]);
  });
});

test('a split keeps the pixels it was made of, whatever is written into the set later', () => {
  const set = numberedImages(20);
  const { train, validation } = shuffleSplit(set, 0.1, 42);
  const { test: tested } = splitLikeScikit(set, 0.1, 42);
  const before = [train, validation, tested].map(({ images }) => images.data.slice());
  const [late, scikit] = [shuffleSplit(set, 0.1, 42), splitLikeScikit(set, 0.1, 42)];
  set.images.data.fill(0);
  const after = [late.train, late.validation, scikit.test].map(({ images }) => images.data);
  expect(after).toEqual(before);
});

describe('a split as scikit-learn makes it', () => {
  test.each(golden.plain)('has the same rows for $count with $part', (scikit) => {
    const split = splitLikeScikit(numberedImages(scikit.count), scikit.part, scikit.seed);
    expect([...split.trainRows]).toEqual(scikit.train);
    expect([...split.testRows]).toEqual(scikit.test);
    expect(rowsIn(split.test)).toEqual(scikit.test);
    expect(rowsIn(split.train)).toEqual(scikit.train);
    expect(printed).toEqual([
      `${scikit.train.length} images for training, ${scikit.test.length} for test ` +
        `(shuffled with seed ${scikit.seed} as scikit-learn does)`,
    ]);
  });

  test.each(golden.stratified)('has the same rows when stratified, $part', (scikit) => {
    const images = numberedImages(scikit.labels.length).images;
    const examples = { images, labels: Uint8Array.from(scikit.labels) };
    const split = splitStratified(examples, scikit.part, scikit.seed);
    expect([...split.trainRows]).toEqual(scikit.train);
    expect([...split.testRows]).toEqual(scikit.test);
    expect(printed[0]).toMatch(
      /for test \(shuffled with seed \d+, each class with its share in both\)$/,
    );
  });

  test('cannot be stratified when a part has no room for each class', () => {
    expect(() => splitStratified(numberedImages(40), 0.2, 1)).toThrow('Each of the 10 classes');
    expect(() => splitStratified(numberedImages(40), 0.8, 1)).toThrow(
      'needs a row in both parts; take more images or a part nearer to a half.',
    );
    expect(splitStratified(numberedImages(40), 0.25, 1).test.labels).toHaveLength(10);
  });

  test('cannot be stratified when a class has one image', () => {
    const examples = { images: numberedImages(5).images, labels: Uint8Array.of(0, 0, 0, 0, 1) };
    expect(() => splitStratified(examples, 0.5, 1)).toThrow('needs a row in both parts');
  });
});
