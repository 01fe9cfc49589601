import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { pixelRange, pixelStatistics } from '../../src/data/counts';
import type { Dataset } from '../../src/data/dataset';
import { digitsSample } from '../../src/data/embedded';
import { frameOfImages, imagesOfFrame } from '../../src/data/frame';
import { inspectFrame } from '../../src/data/inspect';
import { loadDigits, loadFashion } from '../../src/data/load';
import { localPlaces } from '../../src/data/fetch/find';
import { sources, type Source } from '../../src/data/fetch/sources';
import { labelCounts } from '../../src/results/label-counts';
import { joinRows, pixelAt } from '../../src/data/rows';
import { shuffleSplit, splitLikeScikit, takeLast, takeLastPart } from '../../src/data/splits';
import { expectSameImages } from './made';

/** Where a full set is not on this machine, its facts cannot be checked. */
function isHere(source: Source): boolean {
  const isThere = (place: string, name: string): boolean =>
    [name, `${name}.gz`].some((file) => existsSync(join(place, source.folder, file)));
  return source.files.every(({ name }) => localPlaces().some((place) => isThere(place, name)));
}

function imageHash(image: Uint8Array): string {
  return createHash('sha256').update(image).digest('hex');
}

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

describe.skipIf(!isHere(sources.fashion))('Fashion-MNIST', () => {
  let fashion: Dataset;
  beforeAll(async () => {
    fashion = await loadFashion();
  });

  test('is complete: 60,000 and 10,000 images of 28 by 28 in ten classes', () => {
    expect(fashion.complete).toBe(true);
    expect(fashion.train.images.shape).toEqual([60_000, 28, 28]);
    expect(fashion.test.images.shape).toEqual([10_000, 28, 28]);
    expect([fashion.train.labels.length, fashion.test.labels.length]).toEqual([60_000, 10_000]);
    expect(fashion.classNames).toEqual([
      'T-shirt/top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ]);
    expect(labelCounts(fashion.train.labels, 10)).toEqual(Array(10).fill(6000));
    expect(labelCounts(fashion.test.labels, 10)).toEqual(Array(10).fill(1000));
  });

  test('comes in the published order', () => {
    expect([...fashion.train.labels.subarray(0, 25)]).toEqual([
      9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9, 5, 5, 7, 9, 1, 0, 6, 4, 3, 1, 4, 8, 4,
    ]);
    expect([...fashion.test.labels.subarray(0, 20)]).toEqual([
      9, 2, 1, 1, 6, 1, 4, 6, 5, 7, 4, 5, 7, 3, 4, 1, 2, 4, 8, 0,
    ]);
    expect(pixelAt(fashion.train.images, 0, 23, 23)).toBe(194);
    expect(fashion.classNames[fashion.train.labels[1] ?? -1]).toBe('T-shirt/top');
  });

  test('has the known grey values', () => {
    expect(pixelRange(fashion.train.images)).toEqual([0, 255]);
    const { mean, standardDeviation } = pixelStatistics(fashion.train.images);
    expect([mean.toFixed(4), standardDeviation.toFixed(4)]).toEqual(['0.2860', '0.3530']);
  });

  test('keeps the known classes in the last rows', () => {
    const lab = takeLast(fashion.train, 5000);
    expect(lab.train.images.shape[0]).toBe(55_000);
    expect(labelCounts(lab.validation.labels, 10)).toEqual([
      521, 497, 490, 508, 527, 503, 467, 450, 515, 522,
    ]);
    const lecture = takeLastPart(fashion.train, 0.1);
    expect(lecture.train.images.shape[0]).toBe(54_000);
    expect(shuffleSplit(fashion.train, 0.1, 42).train.images.shape[0]).toBe(54_000);
    expect(labelCounts(lecture.validation.labels, 10)).toEqual([
      630, 584, 602, 605, 633, 591, 565, 555, 616, 619,
    ]);
  });

  test('shuffles with seed 42 as numpy does', () => {
    const { train } = shuffleSplit(fashion.train, 0.1, 42);
    expect([...train.labels.subarray(0, 5)]).toEqual([8, 8, 7, 4, 8]);
  });

  test('looks the same as a Polars frame', () => {
    const frame = frameOfImages(fashion.train);
    const facts = inspectFrame(frame);
    expect(facts).toMatchObject({ rows: 60_000, columns: 785, missing: 0, pixelRange: [0, 255] });
    expect([facts.mean.toFixed(4), facts.standardDeviation.toFixed(4)]).toEqual([
      '0.2860',
      '0.3530',
    ]);
    expectSameImages(imagesOfFrame(frame), fashion.train);
  });
});

describe.skipIf(!isHere(sources.digits))('MNIST', () => {
  let digits: Dataset;
  beforeAll(async () => {
    digits = await loadDigits();
  });

  test('is complete, in the published order', () => {
    expect(digits.complete).toBe(true);
    expect(digits.train.images.shape).toEqual([60_000, 28, 28]);
    expect(digits.test.images.shape).toEqual([10_000, 28, 28]);
    expect(pixelRange(digits.train.images)).toEqual([0, 255]);
    expect([...digits.train.labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect([...digits.test.labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    expect(labelCounts(digits.train.labels, 10)).toEqual([
      5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949,
    ]);
  });

  test('has the known grey values', () => {
    const { mean, standardDeviation } = pixelStatistics(digits.train.images);
    expect([mean.toFixed(4), standardDeviation.toFixed(4)]).toEqual(['0.1307', '0.3081']);
  });

  test('splits 80 to 20 as scikit-learn does', () => {
    const split = splitLikeScikit(joinRows(digits.train, digits.test), 0.2, 42);
    expect([split.train.labels.length, split.test.labels.length]).toEqual([56_000, 14_000]);
    expect([...split.testRows.subarray(0, 5)]).toEqual([46730, 48393, 41416, 34506, 43725]);
    expect([...split.test.labels.subarray(0, 5)]).toEqual([8, 4, 8, 7, 7]);
  });

  test('begins with the digits of the npm package, bit for bit', () => {
    const sample = digitsSample();
    const both = joinRows(sample.train, sample.test);
    const hashes = ({ data }: { data: Uint8Array }, labels: Uint8Array): string[] =>
      Array.from(labels.subarray(0, 10_000), (label, i) => {
        return `${label} ${imageHash(data.subarray(i * 784, (i + 1) * 784))}`;
      }).sort();
    const ours = hashes(both.images, both.labels);
    const published = hashes(digits.train.images, digits.train.labels);
    expect(ours).toHaveLength(10_000);
    expect(ours.join() === published.join()).toBe(true);
  });
});
