import { shortNames } from '../../results/short-names';
import type { HistoryRow } from '../../results/history';
import type { Chart } from '../chart';
import { COLOURS, themed } from '../theme';
import { epochAxis, measureAxis } from './axes';
import type { Run } from './runs';
import { rowsOf } from './words';

/** What several starts of one network reach in an epoch. */
interface Band {
  readonly epoch: number;
  readonly low: number;
  readonly high: number;
}

const TITLE = 'Validation accuracy of each run';
/** So many characters fit above a panel. */
const LONGEST_NAME = 22;

/**
 * The validation accuracy of each run in a panel of its own, before a grey band: from the lowest to
 * the highest of one network trained from several starts. What stays in the band may be luck.
 * @example
 * ```ts
 * import { type HistoryRow, runPanels, show } from 'nnlab';
 * const run = (...accuracies: number[]): HistoryRow[] => accuracies.map((accuracy, at) =>
 *   ({ epoch: at + 1, split: 'validation', loss: 1 - accuracy, accuracy }));
 * const starts = [run(0.95, 0.97, 0.974), run(0.96, 0.969, 0.976)];
 * show(runPanels([{ name: 'wide', history: run(0.95, 0.978, 0.983) }], starts));
 * ```
 */
export function runPanels(
  given: readonly Run[],
  starts: readonly (readonly HistoryRow[])[],
  title = TITLE,
): Chart {
  if (given.length === 0) throw new Error('There is no run to show: the list is empty.');
  const band = bandOf(starts);
  const names = shortNames(
    given.map(({ name }) => name),
    LONGEST_NAME,
  );
  const values = given.flatMap(({ history }, at) =>
    accuracies(history).map(({ epoch, accuracy }) => ({ run: names[at], epoch, accuracy })),
  );
  const told = given.map(({ history }, at) => `${names[at]} ${placeWords(history, band)}`);
  const subtitle = `grey: lowest to highest of ${starts.length} starts of one network`;
  return themed({
    title: { text: title, subtitle },
    description: `${title}: epochs above and below the band of ${starts.length} starts: ${told.join('; ')}.`,
    data: { values },
    facet: { field: 'run', type: 'nominal', sort: names, title: null },
    columns: Math.min(4, names.length),
    spec: {
      width: 150,
      height: 130,
      encoding: { x: xAxis(values.map(({ epoch }) => epoch)), y: measureAxis('accuracy') },
      layer: [bandLayer(band), LINE],
    },
  });
}

const accuracies = (history: readonly HistoryRow[]) => rowsOf(history, 'validation', 'accuracy');

/** A small panel has room for a few numbers below it. */
function xAxis(epochs: readonly number[]) {
  const axis = epochAxis(epochs);
  const [first = 1, last = first] = axis.scale.domain;
  const middle = Math.round((first + last) / 2);
  return { ...axis, axis: { ...axis.axis, values: [...new Set([first, middle, last])] } };
}

/** For each epoch that all starts have, the lowest and the highest of them. */
function bandOf(starts: readonly (readonly HistoryRow[])[]): Band[] {
  const [first = [], ...others] = starts.map(accuracies);
  return first.flatMap(({ epoch, accuracy }) => {
    const same = others.flatMap((rows) => rows.filter((row) => row.epoch === epoch));
    if (same.length < others.length) return [];
    const all = [accuracy, ...same.map((row) => row.accuracy)];
    return [{ epoch, low: Math.min(...all), high: Math.max(...all) }];
  });
}

/** "above in 3, below in 1 of 10": the epochs in which a run leaves the band. */
function placeWords(history: readonly HistoryRow[], band: readonly Band[]): string {
  const pairs = accuracies(history).flatMap(({ epoch, accuracy }) =>
    band.filter((part) => part.epoch === epoch).map((part) => ({ accuracy, ...part })),
  );
  const above = pairs.filter(({ accuracy, high }) => accuracy > high).length;
  const below = pairs.filter(({ accuracy, low }) => accuracy < low).length;
  return `above in ${above}, below in ${below} of ${pairs.length}`;
}

const bandLayer = (band: readonly Band[]) => ({
  data: { values: band.map(({ epoch, low, high }) => ({ epoch, accuracy: low, high })) },
  mark: { type: 'area', color: COLOURS.line, opacity: 0.8 },
  encoding: { y2: { field: 'high' } },
});

const LINE = {
  mark: {
    type: 'line',
    strokeWidth: 2,
    color: COLOURS.blue,
    point: { size: 16, color: COLOURS.blue },
  },
  encoding: {
    tooltip: [
      { field: 'run', type: 'nominal', title: 'Run' },
      { field: 'epoch', type: 'quantitative', title: 'Epoch' },
      { field: 'accuracy', type: 'quantitative', format: '.4f' },
    ],
  },
};
