import { describe, expect, test } from 'vitest';
import { frameOfImages, frameOfRows, imagesOfFrame, type Cell } from '../../src/data/frame';
import { polars } from '../../src/platform';
import { numberedImages } from './made';

const names = ['label', 'pixel1', 'pixel2', 'pixel3', 'pixel4'];
const gap = (row: number, column: number): Cell => ({ row, column, name: names[column] ?? '' });

function frameWithGaps(...gaps: Cell[]) {
  const { images, labels } = numberedImages(3);
  return frameOfRows({ names, labels, pixels: images.data, gaps });
}

describe('a frame with missing values', () => {
  test('misses those alone, however many of one column', () => {
    const frame = frameWithGaps(gap(0, 0), gap(2, 2), gap(0, 2), gap(1, 4));
    expect(frame.nullCount().row(0)).toEqual([1, 0, 2, 0, 1]);
    expect(frame.getColumn('pixel2').toArray()).toEqual([null, expect.any(Number), null]);
  });

  test.each<[string, Cell[], string]>([
    ['row by row', [gap(1, 0), gap(2, 1), gap(0, 4)], 'has no value in row 0, column pixel4'],
    ['and within a row column by column', [gap(1, 3), gap(1, 1)], 'in row 1, column pixel1'],
  ])('says which comes first, %s', (_, gaps, message) => {
    expect(() => imagesOfFrame(frameWithGaps(...gaps))).toThrow(message);
  });
});

describe('a frame holds no images', () => {
  const { images, labels } = numberedImages(3);
  const frame = frameOfImages({ images, labels });

  test('where a column has numbers of another kind', () => {
    const wider = frame.withColumns(polars().col('pixel3').cast(polars().Float64));
    expect(() => imagesOfFrame(wider)).toThrow(
      'has "pixel3" (Float64) as column 4, not "pixel3" (UInt8); readCsvFrame reads a file so',
    );
  });

  test('where its pixels make no square', () => {
    expect(() => imagesOfFrame(frame.drop('pixel4'))).toThrow('has 3 pixel columns');
    expect(() => imagesOfFrame(frame.select('label'))).toThrow('has 0 pixel columns');
  });

  test('where a label is that of no class', () => {
    expect(() => imagesOfFrame(frame, 2)).toThrow('Label 2 in row 2 is not one of 0 to 1');
    expect(imagesOfFrame(frame, 3).labels).toEqual(labels);
  });
});
