import { describe, expect, test } from 'vitest';
import { countTable, pixelRange, pixelStatistics } from '../../src/data/counts';
import { frameOfImages } from '../../src/data/frame';
import { factsTable, inspectFrame } from '../../src/data/inspect';
import { polars } from '../../src/platform';
import { sliceRows } from '../../src/data/rows';
import { numberedImages } from './made';

const examples = numberedImages(25, 2, 4);
const values = [...examples.images.data];
const mean = values.reduce((sum, value) => sum + value / 255, 0) / values.length;
const deviation = Math.sqrt(
  values.reduce((sum, value) => sum + (value / 255 - mean) ** 2, 0) / values.length,
);

describe('counts', () => {
  test('of several parts stand side by side', () => {
    const parts = {
      train: sliceRows(examples, 0, 20).labels,
      validation: sliceRows(examples, 20).labels,
    };
    expect(countTable(parts, ['a', 'b', 'c', 'd'])).toEqual({
      columns: ['label', 'class', 'train', 'validation'],
      rows: [
        [0, 'a', 5, 2],
        [1, 'b', 5, 1],
        [2, 'c', 5, 1],
        [3, 'd', 5, 1],
      ],
      note: 'train: 20, validation: 5',
    });
  });

  test('of no pixels at all have no range', () => {
    expect(pixelRange(numberedImages(0).images)).toEqual([NaN, NaN]);
  });

  test('of pixels: range, mean and standard deviation', () => {
    expect(pixelRange(examples.images)).toEqual([Math.min(...values), Math.max(...values)]);
    expect(pixelStatistics(examples.images).mean).toBeCloseTo(mean, 12);
    expect(pixelStatistics(examples.images).standardDeviation).toBeCloseTo(deviation, 12);
  });
});

describe('a frame', () => {
  const frame = frameOfImages(examples);

  test('tells its shape, names, missing values, range, mean and spread', () => {
    const facts = inspectFrame(frame);
    expect(facts).toMatchObject({ rows: 25, columns: 5, missing: 0 });
    expect(facts.columnNames).toEqual(['label', 'pixel1', 'pixel2', 'pixel3', 'pixel4']);
    expect(facts.pixelRange).toEqual(pixelRange(examples.images));
    expect(facts.mean).toBeCloseTo(mean, 12);
    expect(facts.standardDeviation).toBeCloseTo(deviation, 12);
    const [smallest, largest] = pixelRange(examples.images);
    expect(factsTable(facts)).toEqual({
      columns: ['what', 'value'],
      rows: [
        ['rows', 25],
        ['columns', 5],
        ['column names', 'label, pixel1, pixel2 … pixel4'],
        ['missing values', 0],
        ['pixel range', `${smallest} to ${largest}`],
        ['mean after dividing by 255', mean.toFixed(4)],
        ['standard deviation after dividing by 255', deviation.toFixed(4)],
      ],
    });
  });

  test('has its labels counted as images have', () => {
    const labels = frame.getColumn('label').toArray().map(Number);
    expect(countTable({ rows: labels }, ['a', 'b', 'c', 'd'])).toEqual(
      countTable({ rows: examples.labels }, ['a', 'b', 'c', 'd']),
    );
  });

  test('with missing values takes the mean of the others', () => {
    const pl = polars();
    const gaps = pl.DataFrame({
      label: pl.Series('label', [1, null], pl.UInt8),
      pixel1: pl.Series('pixel1', [255, null], pl.UInt8),
      pixel2: pl.Series('pixel2', [0, 255], pl.UInt8),
      pixel3: pl.Series('pixel3', [null, null], pl.UInt8),
    });
    const facts = inspectFrame(gaps);
    expect(facts.missing).toBe(4);
    expect(facts.pixelRange).toEqual([0, 255]);
    expect(facts.mean).toBeCloseTo(2 / 3, 12);
    expect(facts.standardDeviation).toBeCloseTo(Math.sqrt(2) / 3, 12);
  });
});
