import { expect, test } from 'vitest';
import * as nnlab from '../../src';
import { chartPng } from '../../src/render/png';
import { tableTexts } from '../../src/results/table';
import { shortNames } from '../../src/results/short-names';
import { numberedImages } from '../data/made';

const endless = Array.from({ length: 10 }, (_, kind) => `${'Pullover '.repeat(600)}${kind}`);
const examples = numberedImages(10);
const prediction = { index: 0, truth: 0, guess: 1, confidence: 0.9, probabilities: [0.1, 0.9] };
const matrix = endless.map((_, row) => endless.map((__, column) => row + column));
const score = { of: 0, precision: 1, recall: 1, f1: 1, images: 1 };
const history = [{ epoch: 1, split: 'validation', loss: 1, accuracy: 0.5 }] as const;
const runs = endless.map((name) => ({ name, history }));

test.each([
  ['imageGrid', nnlab.imageGrid(examples, { classNames: endless })],
  ['predictionGrid', nnlab.predictionGrid(examples.images, [prediction], { classNames: endless })],
  ['weightGrid', nnlab.weightGrid(new Float32Array(40), 10, { names: endless })],
  ['probabilityBars', nnlab.probabilityBars(examples.images, prediction, endless)],
  ['labelBars', nnlab.labelBars(examples.labels, endless)],
  ['scoreBars', nnlab.scoreBars([score, { ...score, of: 1 }], endless)],
  ['confusionGrid', nnlab.confusionGrid(matrix, endless)],
  ['networkDrawing', nnlab.networkDrawing([3, 10], { outputs: endless })],
  ['runCurves', nnlab.runCurves(runs)],
])('%s stays a picture that can be read though the names are endless', (_, chart) => {
  const { width, height } = chartPng(chart);
  expect(width).toBeLessThan(2500);
  expect(height).toBeLessThan(2500);
  expect(chart.description.length).toBeLessThan(2500);
  expect(JSON.stringify(chart)).toMatch(/Pullover Pul[lover]*…/);
});

test('names that begin alike stay apart, short ones as they are', () => {
  expect(new Set(shortNames(endless)).size).toBe(10);
  expect(shortNames(nnlab.fashionClassNames)).toEqual(nnlab.fashionClassNames);
});

test('a table keeps its columns in sight', () => {
  const table = nnlab.confusedTable([{ truth: 0, guess: 1, count: 3 }], endless);
  const [row = []] = tableTexts(table).rows;
  expect(Math.max(...row.map((cell) => cell.length))).toBeLessThanOrEqual(200);
});
