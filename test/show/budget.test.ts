import { expect, test } from 'vitest';
import type { Chart } from '../../src/charts/chart';
import { imageGrid } from '../../src/charts/images/image-grid';
import { predictionGrid } from '../../src/charts/images/prediction-grid';
import { fashionSample } from '../../src/data/embedded';
import { chartBundle } from '../../src/show/bundle';

// What a classroom waits for, and what a notebook's file grows by: a grid of 5 x 5 images.

const { test: examples, classNames } = fashionSample();

const predictions = Array.from({ length: 25 }, (_, index) => {
  const truth = examples.labels[index] ?? 0;
  const guess = index % 6 === 0 ? (truth + 1) % 10 : truth;
  return { index, truth, guess, confidence: 0.97 - index / 100, probabilities: [] };
});

const grids: readonly (readonly [string, Chart])[] = [
  ['labelled images', imageGrid(examples, { classNames, columns: 5, count: 25 })],
  ['predictions', predictionGrid(examples.images, predictions, { classNames })],
];

test.each(grids)('25 %s weigh under 100 KB, all forms together', (_, chart) => {
  expect(JSON.stringify(chartBundle(chart)).length).toBeLessThan(100_000);
});

test.each(grids)('25 %s are drawn in under 300 ms', (_, chart) => {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    chartBundle(chart);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  // Time on the processor, so that what else the machine does is not counted.
  expect(Math.min(...times)).toBeLessThan(300);
});
