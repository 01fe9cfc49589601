import { shortNames } from '../../results/short-names';
import { checkOptions } from '../../checks/option-names';
import type { HistoryRow } from '../../results/history';
import type { Chart } from '../chart';
import { type Measure, type Split, curveWords, rowsOf } from './words';
import { epochAxis, measureAxis } from './axes';
import { lineLayer } from './line-layer';
import { restartLayers, restartWords } from './restart';
import { lineSeries } from '../series';
import { themed } from '../theme';

/** One training run and its name, such as `{ name: 'Adam', history }`. */
export interface Run {
  readonly name: string;
  readonly history: readonly HistoryRow[];
}

/** What `runCurves` may be told. */
export interface RunCurvesOptions {
  readonly measure?: Measure;
  readonly split?: Split;
  readonly title?: string;
  /** The last epoch before training was stopped and taken up again: a line marks the place. */
  readonly restart?: number;
}

const OPTIONS: Readonly<Record<keyof RunCurvesOptions, true>> = {
  measure: true,
  split: true,
  title: true,
  restart: true,
};

/** The legend stands beside the chart, where there is room. */
const LONGEST_NAME = 40;

/**
 * Several runs in one chart: by default the validation accuracy of each.
 * @example
 * ```ts
 * import { runCurves, show } from 'nnlab';
 * const history = [
 *   { epoch: 1, split: 'train', loss: 0.6, accuracy: 0.79 },
 *   { epoch: 2, split: 'train', loss: 0.4, accuracy: 0.86 },
 * ] as const;
 * show(runCurves([{ name: 'Adam', history }], { split: 'train' }));
 * ```
 */
export function runCurves(given: readonly Run[], options: RunCurvesOptions = {}): Chart {
  checkOptions('runCurves', options, OPTIONS);
  const { measure = 'accuracy', split = 'validation' } = options;
  if (given.length === 0) throw new Error('There is no run to compare: the list is empty.');
  const names = shortNames(
    given.map((run) => run.name),
    LONGEST_NAME,
  );
  const runs = given.map((run, at) => ({ ...run, name: names[at] ?? run.name }));
  const name = split === 'train' ? 'Training' : 'Validation';
  const title = options.title ?? `${name} ${measure} of ${runs.length} runs`;
  const sentences = runs.map(
    (run) => `${run.name}: ${curveWords(rowsOf(run.history, split, measure), measure)}`,
  );
  const values = runs.flatMap((run) =>
    rowsOf(run.history, split, measure).map((row) => ({
      run: run.name,
      epoch: row.epoch,
      [measure]: row[measure],
    })),
  );
  return themed({
    title,
    description: `${title}${restartWords(options.restart)}. ${orderWords(runs, split, measure)}${sentences.join('; ')}.`,
    width: 480,
    height: 280,
    data: { values },
    encoding: {
      x: epochAxis(values.map(({ epoch }) => Number(epoch))),
      y: measureAxis(measure),
    },
    layer: [
      lineLayer(
        lineSeries('run', names, undefined, { orient: 'right' }),
        { field: 'run', title: 'Run' },
        { field: measure },
      ),
      ...restartLayers(options.restart),
    ],
  });
}

/** Which run ends ahead, and which last. */
function orderWords(runs: readonly Run[], split: Split, measure: Measure): string {
  const ends = runs.flatMap(({ name, history }) => {
    const end = rowsOf(history, split, measure).at(-1)?.[measure];
    return end === undefined ? [] : [{ name, end }];
  });
  const order = ends.sort((a, b) => (measure === 'loss' ? a.end - b.end : b.end - a.end));
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || first === last) return '';
  const words = ({ name, end }: (typeof order)[number]) => `${name} (${end.toFixed(3)})`;
  return `Ahead at the end: ${words(first)}; last: ${words(last)}. `;
}
