import { expect, test } from 'vitest';
import { learningCurves, lossCurves } from '../../src/charts/curves/curves';
import { stackWhereNarrow, stackedChart } from '../../src/charts/narrow';

const history = [{ epoch: 1, split: 'train', loss: 0.6, accuracy: 0.79 }] as const;

test('a pair is stacked where the place is narrow, and a single chart stays as it is', () => {
  const pair = learningCurves(history);
  const single = lossCurves(history);
  expect(stackedChart(pair)['vconcat']).toBe(pair['hconcat']);
  expect(stackedChart(pair)).not.toHaveProperty('hconcat');
  expect(stackedChart(single)).toBe(single);
  expect(stackWhereNarrow(single)).toEqual({});
  expect(JSON.stringify(stackWhereNarrow(pair))).toContain('? 1 : 2');
});
