import { expect, test } from 'vitest';
import type { Chart } from '../../src/charts/chart';
import { thresholdSlider } from '../../src/charts/curves/threshold-slider';
import { brightnessSlider } from '../../src/charts/images/brightness-slider';
import { descentSlider } from '../../src/charts/theory/descent-slider';
import { unitsSlider } from '../../src/charts/theory/units-slider';
import { chartSvg } from '../../src/render/svg';

// What the page computes where a slider stands; here Vega computes it in the same way.

/** The line of words in a chart whose slider is moved there. */
function toldAt(chart: Chart, value: number): string[] {
  const [first] = chart['params'] as { value: number }[];
  const svg = chartSvg({ ...chart, params: [{ ...first, value }] });
  return [...svg.matchAll(/<text[^>]*>([^<]*\w{3}[^<]*)</g)].map((match) => match[1] ?? '');
}

test('a descent ends at the lowest point in one step at 1, and jumps to and fro at 2', () => {
  expect(toldAt(descentSlider(), 1)).toContain('after 12 steps: w = 1.00, loss 0.50');
  expect(toldAt(descentSlider(), 2)).toContain('after 12 steps: w = −2.20, loss 5.62');
});

test('more hidden neurons come closer, as far as the lesson says', () => {
  expect(unitsSlider().description).toContain('at most 0.83 away');
  expect(toldAt(unitsSlider(), 4)).toContain('at most 0.83 away');
  expect(toldAt(unitsSlider(), 16)).toContain('at most 0.09 away');
  expect(toldAt(unitsSlider(), 24)).toContain('at most 0.04 away');
});

test('an image gets brighter up to 255', () => {
  const images = { shape: [1, 2, 2] as const, data: Uint8Array.of(0, 10, 100, 200) };
  expect(brightnessSlider(images, 0).description).toContain('their mean is 77.5.');
  expect(toldAt(brightnessSlider(images, 0), 1)).toContain('mean 77.5, 0 pixels at 255');
  expect(toldAt(brightnessSlider(images, 0), 3)).toContain('mean 135.0, 2 pixels at 255');
});

test('the higher the threshold, the fewer are called so wrongly and the more are missed', () => {
  const sure = [0.95, 0.6, 0.3].map((p) => ({ truth: 1, p }));
  const unsure = [0.7, 0.2].map((p) => ({ truth: 0, p }));
  const predictions = [...sure, ...unsure].map(({ truth, p }, index) => ({
    index,
    truth,
    guess: p > 0.5 ? 1 : 0,
    confidence: Math.max(p, 1 - p),
    probabilities: [1 - p, p],
  }));
  const chart = thresholdSlider(predictions, 1, 'shoe');
  const half = 'precision 0.667, recall 0.667: 2 found, 1 called so wrongly, 1 missed';
  expect(chart.description).toContain(half);
  expect(toldAt(chart, 0.1)).toContain(
    'precision 0.600, recall 1.000: 3 found, 2 called so wrongly, 0 missed',
  );
  expect(toldAt(chart, 0.5)).toContain(half);
  expect(toldAt(chart, 0.8)).toContain(
    'precision 1.000, recall 0.333: 1 found, 0 called so wrongly, 2 missed',
  );
});
