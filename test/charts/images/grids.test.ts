import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../src/charts/chart';
import { imageUrl } from '../../../src/charts/images/grey';
import { imageGrid } from '../../../src/charts/images/image-grid';
import { pairGrid } from '../../../src/charts/images/pair-grid';
import { numberGrid } from '../../../src/charts/images/number-grid';
import { picture } from '../../../src/charts/images/picture';
import { percent, predictionGrid, withShare } from '../../../src/charts/images/prediction-grid';
import { fashionSample } from '../../../src/data/embedded';
import type { Prediction } from '../../../src/results/prediction';
import { chartPng } from '../../../src/render/png';

const { train, classNames } = fashionSample();

interface Layer {
  readonly mark: { readonly type: string; readonly smooth?: boolean; readonly aria?: boolean };
  readonly data: { readonly values: readonly Record<string, unknown>[] };
}

const layersOf = (chart: Chart, type: string) =>
  (chart['layer'] as readonly Layer[]).filter(({ mark }) => mark.type === type);
const rowsOf = (chart: Chart, type: string) =>
  layersOf(chart, type).flatMap(({ data }) => data.values);
const textsOf = (chart: Chart) => rowsOf(chart, 'text').map(({ text }) => text);

function prediction(index: number, truth: number | undefined, guess: number, confidence: number) {
  const row: Prediction = { index, guess, confidence, probabilities: [] };
  return truth === undefined ? row : { ...row, truth };
}

describe('one image', () => {
  test('is ink on paper: 0 is white; or, on demand, 0 is black', () => {
    const corner = (ink: 'binary' | 'gray') =>
      PNG.sync.read(Buffer.from(imageUrl(train.images, 0, ink).split(',')[1] ?? '', 'base64'))
        .data[0];
    expect(train.images.data[0]).toBe(0);
    expect(corner('binary')).toBe(255);
    expect(corner('gray')).toBe(0);
  });

  test('has a square for each pixel where there is a colour bar, else none', () => {
    const squares = picture(train.images, 0, { colourBar: true });
    expect((squares['data'] as Layer['data']).values).toHaveLength(784);
    expect(rowsOf(picture(train.images, 0), 'image')).toHaveLength(1);
  });

  test('that does not exist is named', () => {
    expect(() => picture(train.images, 3000)).toThrow('no image 3000');
  });

  test('stands as numbers in its squares', () => {
    const { values } = numberGrid(train.images, 0)['data'] as Layer['data'];
    expect(values).toHaveLength(784);
    expect(values[28 * 20 + 15]).toEqual({
      row: 20,
      column: 15,
      value: train.images.data[28 * 20 + 15],
    });
  });
});

describe('a grid of images', () => {
  test('has as many rows as its images need', () => {
    const heightOf = (count: number) => Number(imageGrid(train, { count, columns: 5 })['height']);
    expect(heightOf(6)).toBe(heightOf(10));
    expect(heightOf(11)).toBeGreaterThan(heightOf(10));
  });

  test('shows the images asked for, with their names', () => {
    const chart = imageGrid(train, { indices: [3, 0], classNames });
    const labels = [3, 0].map((image) => classNames[train.labels[image] ?? 0]);
    expect(textsOf(chart)).toEqual(labels);
    expect(chart.description).toContain(labels.join(', '));
  });

  test('keeps pixels crisp and data URLs from screen readers', () => {
    const marks = layersOf(imageGrid(train), 'image').map(({ mark }) => mark);
    expect(marks).toEqual([{ type: 'image', smooth: false, aspect: false, aria: false }]);
  });

  test('of 5 x 5 weighs less than 100 KB, the spec and the picture together', () => {
    const chart = imageGrid(train, { classNames, title: 'Samples' });
    const bytes = JSON.stringify(chart).length + chartPng(chart).base64.length;
    expect(bytes).toBeLessThan(100 * 1024);
  });

  test('of 5 x 5 is drawn in less than 300 ms', () => {
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      chartPng(imageGrid(train, { classNames }));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    // The time it needs of a processor: what else the machine does does not count.
    expect(Math.min(...times)).toBeLessThan(300);
  });

  test('with nothing in it says so', () => {
    expect(() => imageGrid(train, { indices: [] })).toThrow('no image to show');
  });
});

describe('a grid of predictions', () => {
  const right = prediction(0, 9, 9, 0.97);
  const wrong = prediction(1, 4, 6, 0.54);

  test('tells right from wrong by mark, words and colour', () => {
    const rows = rowsOf(predictionGrid(train.images, [right, wrong], { classNames }), 'text');
    expect(rows.map(({ text }) => text)).toEqual(['✓ Ankle boot 97 %', '✗ Shirt 54 %\n(Coat)']);
    expect(rows[0]?.['colour']).not.toBe(rows[1]?.['colour']);
  });

  test('a share stands in brackets behind a digit, with which it would read as one number', () => {
    expect([withShare('9', 0.49), withShare('Shirt', 0.49)]).toEqual(['9 (49 %)', 'Shirt 49 %']);
  });

  test('says what is wrong in its alt text', () => {
    const { description } = predictionGrid(train.images, [right, wrong], { classNames });
    expect(description).toContain(
      '1 of 2 guesses are right; wrong: image 1, Coat taken for Shirt.',
    );
  });

  test('uses the words a lesson asks for', () => {
    const words = ['P: ', 'T: '] as const;
    const chart = predictionGrid(train.images, [wrong], { classNames, words });
    expect(textsOf(chart)).toEqual(['✗ P: Shirt\nT: Coat']);
  });

  test('makes no claim where the truth is not known', () => {
    const chart = predictionGrid(train.images, [prediction(0, undefined, 3, 0.5)], { classNames });
    expect(textsOf(chart)).toEqual(['Dress 50 %']);
    expect(chart.description).not.toContain('right');
  });

  test('never calls a guess certain that is not', () => {
    expect(percent(0.999)).toBe('>99 %');
    expect(percent(1)).toBe('100 %');
    expect(percent(0.994)).toBe('99 %');
  });
});

test('pairs of images are told apart by how many pixels differ', () => {
  const same = pairGrid(train.images, train.images, { count: 2 });
  expect(same.description).toContain(
    '2 pairs, before above and after below; 0 % of the pixels differ',
  );
  const inverted = { ...train.images, data: train.images.data.map((value) => 255 - value) };
  expect(pairGrid(train.images, inverted, { count: 2 }).description).toContain('100 %');
});
