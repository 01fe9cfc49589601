import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csvPair, type CsvPair } from '../../src/data/csv-pair';
import type { Dataset } from '../../src/data/dataset';
import { fashionSample } from '../../src/data/embedded';
import { readPixelCsv } from '../../src/data/csv-read';
import { expectSameImages, numberedImages, ownFolder } from './made';

const work = ownFolder();

describe('the CSV pair of a data set', () => {
  const lines: string[] = [];
  // Under a name of its own, so that the test does not take a learner's files away.
  const sample = { ...fashionSample(), name: 'MNIST' as const };
  let files: CsvPair;

  const made = (dataset: Dataset = sample) => {
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    return csvPair(dataset);
  };

  beforeAll(() => {
    files = made();
  });
  afterAll(() => {
    vi.restoreAllMocks();
    Object.values(files).forEach((file: string) => rmSync(file, { force: true }));
  });

  test('holds the same images and labels in the same order', () => {
    expectSameImages(readPixelCsv(files.train), sample.train);
    expectSameImages(readPixelCsv(files.test), sample.test);
  });

  test('is written once and found afterwards', () => {
    made();
    expect(lines.slice(-2).every((line) => line.endsWith('is there'))).toBe(true);
    expect(lines[0]).toMatch(/mnist_sample_train\.csv written$/);
  });

  test('says in its names which data set it is, and whether all of it', () => {
    vi.stubEnv('NNLAB_WORK', work);
    const whole: Dataset = {
      name: 'Fashion-MNIST',
      classNames: [],
      train: numberedImages(3),
      test: numberedImages(2),
      source: 'made for a test',
      complete: true,
    };
    expect(made(whole)).toEqual({
      train: join(work, 'data', 'fashion-mnist_train.csv'),
      test: join(work, 'data', 'fashion-mnist_test.csv'),
    });
    expect(lines.slice(-2)).toEqual([
      'data/fashion-mnist_train.csv written',
      'data/fashion-mnist_test.csv written',
    ]);
    vi.unstubAllEnvs();
  });
});
