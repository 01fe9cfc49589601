import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readImages } from '../../src/data/idx-file';
import { loadDigits, loadFashion } from '../../src/data/load';
import { clearAway } from '../clear-away';

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
    expect(readImages(file)).toEqual(fashion.test.images);
    expect(lines.join('\n')).toContain('ONLY A SAMPLE of 3,000 training and 500 test images');
  });

  test('digits are the ten thousand of the npm package, and it says so', async () => {
    const digits = await loadDigits();
    expect(digits.complete).toBe(false);
    expect(digits.train.labels.length + digits.test.labels.length).toBe(10_000);
    expect(digits.files).toBeUndefined();
    expect(lines.join('\n')).toContain('ONLY A SAMPLE');
  });
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
