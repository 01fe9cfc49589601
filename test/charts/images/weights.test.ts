import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { weightBars } from '../../../src/charts/bars/weight-bars';
import { weightGrid } from '../../../src/charts/images/weight-grid';

/** Two neurons that look at 2 x 2 pixels: one likes the first pixel, one shuns the last. */
const kernel = [1, 0, 0, 0, 0, 0, 0, -1];

function coloursOf(neuron: number): number[][] {
  const [layer] = weightGrid(kernel, 2)['layer'] as { data: { values: { url: string }[] } }[];
  const url = layer?.data.values[neuron]?.url ?? '';
  const { data } = PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'));
  return [0, 1, 2, 3].map((pixel) => [...data.subarray(4 * pixel, 4 * pixel + 3)]);
}

test('a weight is orange above 0, blue below, white at 0', () => {
  const white = [255, 255, 255];
  const [orange, ...rest] = coloursOf(0);
  expect(rest).toEqual([white, white, white]);
  expect(orange?.[0]).toBeGreaterThan(orange?.[2] ?? 255);
  const blue = coloursOf(1)[3];
  expect(blue?.[2]).toBeGreaterThan(blue?.[0] ?? 255);
});

test('a tile bears its number, so that a neuron can be named; or the name it is given', () => {
  const textsOf = (options = {}) => {
    const layers = weightGrid(kernel, 2, options)['layer'] as { data: { values: unknown[] } }[];
    return layers[1]?.data.values.map((label) => (label as { text: string }).text);
  };
  expect(textsOf()).toEqual(['0', '1']);
  expect(textsOf({ names: ['boot', 'bag'] })).toEqual(['boot', 'bag']);
});

test('weights that are no square picture are refused with a hint', () => {
  expect(() => weightGrid(new Float32Array(1280), 10)).toThrow('no square picture');
});

test('128 weight images keep below 150 KB', () => {
  let state = 1;
  const chance = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const kernel = Float32Array.from({ length: 784 * 128 }, chance);
  expect(JSON.stringify(weightGrid(kernel, 128)).length).toBeLessThan(150 * 1024);
});

test('a histogram counts every weight once, before and after', () => {
  const before = [-0.1, 0, 0.1];
  const after = [-0.4, -0.2, 0, 0.2, 0.4];
  const { values } = weightBars(before, after)['data'] as {
    values: { when: string; weights: number }[];
  };
  const count = (when: string) =>
    values.filter((row) => row.when === when).reduce((sum, { weights }) => sum + weights, 0);
  expect([count('before training'), count('after training')]).toEqual([3, 5]);
});
