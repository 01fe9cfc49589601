import { describe, expect, test } from 'vitest';
import { adam } from '../../../scripts/gallery/histories.mjs';
import type { Chart } from '../../../src/charts/chart';
import { accuracyCurves, learningCurves, lossCurves } from '../../../src/charts/curves/curves';
import { runPanels } from '../../../src/charts/curves/run-panels';
import { runCurves } from '../../../src/charts/curves/runs';
import type { HistoryRow } from '../../../src/results/history';

const row = (epoch: number, split: HistoryRow['split'], loss: number, accuracy = loss) => ({
  epoch,
  split,
  loss,
  accuracy,
});

interface Encoded {
  readonly encoding: Record<
    string,
    { title?: string; scale?: { domain?: unknown; range?: unknown } }
  >;
  readonly layer: readonly Encoded[];
}

const encodingOf = (chart: Chart) => (chart as unknown as Encoded).encoding;
const lineOf = (chart: Chart) => (chart as unknown as Encoded).layer[0]?.encoding ?? {};

describe('the words of a curve', () => {
  test('name the best epoch and what comes after it', () => {
    expect(accuracyCurves(adam).description).toBe(
      'Accuracy over Epochs: training accuracy rises from 0.817 to 0.939 at epoch 20; ' +
        'validation accuracy rises from 0.868 to 0.895 at epoch 13, then falls to 0.890 at epoch 20; ' +
        'from epoch 4 on validation is behind, by 0.049 at the end.',
    );
  });

  test('change with the numbers', () => {
    expect(lossCurves(adam.slice(0, 10)).description).not.toBe(lossCurves(adam).description);
  });

  test.each([
    ['one epoch', [row(1, 'train', 0.5)], 'training loss is 0.500 at epoch 1.'],
    ['no epoch', [], 'no loss yet.'],
    ['a flat line', [row(1, 'train', 0.5), row(2, 'train', 0.5)], 'training loss stays at 0.500'],
    [
      'a rise from the start',
      [row(1, 'train', 0.5), row(2, 'train', 0.7)],
      'training loss rises from 0.500 to 0.700 at epoch 2.',
    ],
    [
      'an end as good as the best, to three digits',
      [row(1, 'train', 0.9), row(2, 'train', 0.4001), row(3, 'train', 0.4003)],
      'falls from 0.900 to 0.400 at epoch 2, then ends with 0.400 at epoch 3.',
    ],
    [
      'a loss that is no number any more',
      [row(1, 'train', 0.9), row(2, 'train', 0.5), row(3, 'train', NaN)],
      'training loss falls from 0.900 to 0.500 at epoch 2.',
    ],
  ])('of %s', (_, history, words) => {
    expect(lossCurves(history).description).toContain(words);
  });
});

describe('a curve', () => {
  test('has the names of the lessons', () => {
    const loss = lossCurves(adam);
    expect(loss['title']).toEqual({ text: 'Loss over Epochs' });
    expect([encodingOf(loss)['x']?.title, encodingOf(loss)['y']?.title]).toEqual(['Epoch', 'Loss']);
    expect(lineOf(loss)['color']?.scale?.domain).toEqual(['Train Loss', 'Val Loss']);
    expect(lineOf(accuracyCurves(adam))['color']?.scale?.domain).toEqual(['Train Acc', 'Val Acc']);
  });

  test('tells training from validation by colour and by dash', () => {
    const { color, strokeDash } = lineOf(lossCurves(adam));
    const different = (range: unknown) => {
      const [train, validation] = range as unknown[];
      expect(train).not.toEqual(validation);
    };
    different(color?.scale?.range);
    different(strokeDash?.scale?.range);
  });

  test('has no legend entry for a validation that was not done', () => {
    const trainOnly = adam.filter(({ split }) => split === 'train');
    expect(lineOf(lossCurves(trainOnly))['color']?.scale?.domain).toEqual(['Train Loss']);
  });

  test('marks the best validation epoch: lowest loss, highest accuracy', () => {
    const subtitle = (chart: Chart) => (chart['title'] as { subtitle: string }).subtitle;
    expect(subtitle(lossCurves(adam, { best: true }))).toBe('○ best validation epoch: 10 (0.3157)');
    expect(subtitle(accuracyCurves(adam, { best: true }))).toContain('13 (0.8952)');
  });

  test('says where training was taken up again', () => {
    expect(lossCurves(adam, { restart: 10 }).description).toContain(
      'taken up again after epoch 10',
    );
  });

  test('of an accuracy that was not measured is left out', () => {
    const blind = adam.map((history) => ({ ...history, accuracy: NaN }));
    expect(learningCurves(blind)['hconcat']).toHaveLength(1);
    expect(learningCurves(adam)['hconcat']).toHaveLength(2);
  });

  test('of no epoch yet is an empty chart from epoch 1', () => {
    const { scale } = encodingOf(lossCurves([]))['x'] ?? {};
    expect(scale?.domain).toEqual([1, 2]);
  });

  test('of many epochs has few enough numbers on its axis', () => {
    const long = Array.from({ length: 100 }, (_, place) =>
      row(place + 1, 'train', 1 / (place + 1)),
    );
    const { axis } = encodingOf(lossCurves(long))['x'] as { axis: { values: number[] } };
    expect(axis.values).toEqual([1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });
});

test('runs are compared by name, each with its own words', () => {
  const worse = adam.map((history) => ({ ...history, accuracy: history.accuracy - 0.1 }));
  const chart = runCurves([
    { name: 'Adam', history: adam },
    { name: 'worse', history: worse },
  ]);
  expect(chart.description).toContain('Adam: validation accuracy rises from 0.868 to 0.895');
  expect(chart.description).toContain('worse: validation accuracy rises from 0.768 to 0.795');
  expect(() => runCurves([])).toThrow('no run');
});

test('each run stands before the band of several starts, and the words count where it leaves it', () => {
  const shifted = (by: number) =>
    adam.map((history) => ({ ...history, accuracy: history.accuracy + by }));
  const starts = [shifted(0), shifted(0.01), shifted(-0.01)];
  const chart = runPanels(
    [
      { name: 'inside', history: shifted(0.005) },
      { name: 'ahead', history: shifted(0.02) },
      { name: 'behind', history: shifted(-0.02) },
    ],
    starts,
  );
  const epochs = adam.filter(({ split }) => split === 'validation').length;
  expect(chart.description).toContain('the band of 3 starts');
  expect(chart.description).toContain(`inside above in 0, below in 0 of ${epochs}`);
  expect(chart.description).toContain(`ahead above in ${epochs}, below in 0 of ${epochs}`);
  expect(chart.description).toContain(`behind above in 0, below in ${epochs} of ${epochs}`);
  expect(() => runPanels([], starts)).toThrow('no run');
});

test('a band ends with its shortest start', () => {
  const whole = [row(1, 'validation', 1, 0.9), row(2, 'validation', 1, 0.95)];
  const chart = runPanels([{ name: 'run', history: whole }], [whole, whole.slice(0, 1)]);
  expect(chart.description).toContain('run above in 0, below in 0 of 1');
});

test('a line marks where the runs were taken up again', () => {
  const runs = [{ name: 'Adam', history: adam }];
  const rulesOf = (chart: Chart) => JSON.stringify(chart).match(/"type":"rule"/g) ?? [];
  expect(rulesOf(runCurves(runs))).toHaveLength(0);
  expect(rulesOf(runCurves(runs, { restart: 2 }))).toHaveLength(1);
  expect(runCurves(runs, { restart: 2 }).description).toContain('taken up again after epoch 2');
});
