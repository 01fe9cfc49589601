import { describe, expect, test } from 'vitest';
import { frameOfImages, imagesOfFrame } from '../../src/data/frame';
import { imageAt } from '../../src/data/rows';
import { shuffleSplit, splitLikeScikit } from '../../src/data/splits';
import { disposeExamples, toTensors } from '../../src/data/tensors';
import { polars } from '../../src/platform';
import { arrayBytes, clearAway } from '../clear-away';
import { numberedImages, printedLines } from './made';

// Images that were read from a table, and splits of them, are found there once more: until somebody asks for their
// pixels, they need no memory.

printedLines();
const COUNT = 20_000;
const SIDE = 28;
const BYTES = COUNT * SIDE ** 2;
const table = (count: number, side = 2) => frameOfImages(numberedImages(count, side));

test('they need no memory after the work is done, and are all there when asked for', async () => {
  const frame = table(COUNT, SIDE);
  const before = await arrayBytes();
  const rows = imagesOfFrame(frame);
  const { train, validation } = shuffleSplit(rows, 0.5, 42);
  disposeExamples(toTensors(train));
  expect((await arrayBytes()) - before).toBeLessThan(BYTES / 2);
  const parts = [train, validation].map(({ images }) => images.data);
  expect((await arrayBytes()) - before).toBeGreaterThan(BYTES / 2);
  expect(parts.map((pixels) => pixels.length)).toEqual([BYTES / 2, BYTES / 2]);
});

describe.each([
  ['at once', () => Promise.resolve()],
  ['after they were cleared away', clearAway],
])('found again %s,', (_, wait) => {
  test('a split is what it was, whatever is written into the set, its table and its numbers', async () => {
    const frame = table(20);
    const set = imagesOfFrame(frame);
    const [split, scikit] = [shuffleSplit(set, 0.1, 42), splitLikeScikit(set, 0.1, 42)];
    const wanted = shuffleSplit(numberedImages(20), 0.1, 42);
    const wantedTest = splitLikeScikit(numberedImages(20), 0.1, 42).test;
    set.images.data.fill(0);
    scikit.testRows.fill(0);
    frame.replaceAtIdx(1, polars().Series('pixel1', new Array(20).fill(9), polars().UInt8));
    await wait();
    expect(split).toEqual(wanted);
    expect(scikit.test).toEqual(wantedTest);
  });

  test('a set is what it was, whatever is written into a split, an image or its table', async () => {
    const frame = table(20);
    const set = imagesOfFrame(frame);
    shuffleSplit(set, 0.1, 42).train.images.data.fill(0);
    imageAt(set.images, 3).data.fill(0);
    frame.replaceAtIdx(1, polars().Series('pixel1', new Array(20).fill(9), polars().UInt8));
    await wait();
    expect(set).toEqual(numberedImages(20));
  });

  test('what is written into them stays', async () => {
    const set = imagesOfFrame(table(20));
    set.images.data[0] = 99;
    const { train } = shuffleSplit(set, 0.1, 42);
    train.images.data[0] = 77;
    await wait();
    expect([set.images.data[0], train.images.data[0]]).toEqual([99, 77]);
    expect(imageAt(set.images, 0).data[0]).toBe(99);
    expect([...shuffleSplit(set, 0.1, 42).train.images.data]).toContain(99);
  });
});
