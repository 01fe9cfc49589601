import { checkOptions } from '../../checks/option-names';
import type { HistoryRow } from '../../results/history';
import type { Chart } from '../chart';
import { type Measure, type Split, bestRow, historyWords, rowsOf } from './words';
import { splitSeries, splitsOf } from '../series';
import { COLOURS, themed } from '../theme';
import { MEASURES, epochAxis, measureAxis } from './axes';
import { lineLayer } from './line-layer';
import { restartLayers, restartWords } from './restart';

/** What `lossCurves`, `accuracyCurves` and `learningCurves` may be told. */
export interface CurveOptions {
  readonly title?: string;
  /** The names in the legend. */
  readonly names?: Readonly<Record<Split, string>>;
  /** Marks the epoch with the lowest validation loss or the highest validation accuracy. */
  readonly best?: boolean;
  /** The last epoch before training was stopped and taken up again: a line marks the place. */
  readonly restart?: number;
}

const OPTIONS: Readonly<Record<keyof CurveOptions, true>> = {
  title: true,
  names: true,
  best: true,
  restart: true,
};

type PairOptions = Pick<CurveOptions, 'best' | 'restart'>;

const PAIR_OPTIONS: Readonly<Record<keyof PairOptions, true>> = { best: true, restart: true };

const DEFAULTS = {
  loss: {
    title: 'Loss over Epochs',
    names: { train: 'Train Loss', validation: 'Val Loss' },
  },
  accuracy: {
    title: 'Accuracy over Epochs',
    names: { train: 'Train Acc', validation: 'Val Acc' },
  },
} as const;

const SPLIT_ORDER = ['train', 'validation'] as const;
const WIDTH = 370;
const HEIGHT = 250;

/**
 * The loss of each epoch: training dashed, validation solid.
 * @example
 * ```ts
 * import { lossCurves, show } from 'nnlab';
 * const history = [
 *   { epoch: 1, split: 'train', loss: 0.6, accuracy: 0.79 },
 *   { epoch: 2, split: 'train', loss: 0.4, accuracy: 0.86 },
 * ] as const;
 * show(lossCurves(history));
 * ```
 */
export function lossCurves(history: readonly HistoryRow[], options: CurveOptions = {}): Chart {
  checkOptions('lossCurves', options, OPTIONS);
  return single(history, 'loss', options);
}

/**
 * The accuracy of each epoch: training dashed, validation solid.
 * @example
 * ```ts
 * import { accuracyCurves, show } from 'nnlab';
 * const history = [
 *   { epoch: 1, split: 'train', loss: 0.6, accuracy: 0.79 },
 *   { epoch: 2, split: 'train', loss: 0.4, accuracy: 0.86 },
 * ] as const;
 * show(accuracyCurves(history));
 * ```
 */
export function accuracyCurves(history: readonly HistoryRow[], options: CurveOptions = {}): Chart {
  checkOptions('accuracyCurves', options, OPTIONS);
  return single(history, 'accuracy', options);
}

/**
 * Loss and accuracy side by side; the loss alone if the accuracy was not measured.
 * @example
 * ```ts
 * import { learningCurves, show } from 'nnlab';
 * const history = [
 *   { epoch: 1, split: 'train', loss: 0.6, accuracy: 0.79 },
 *   { epoch: 2, split: 'train', loss: 0.4, accuracy: 0.86 },
 * ] as const;
 * show(learningCurves(history));
 * ```
 */
export function learningCurves(history: readonly HistoryRow[], options: PairOptions = {}): Chart {
  checkOptions('learningCurves', options, PAIR_OPTIONS);
  const measured = history.some(({ accuracy }) => Number.isFinite(accuracy));
  const measures: readonly Measure[] = measured ? ['loss', 'accuracy'] : ['loss'];
  return pairOf(
    measures.map((measure) => curve(history, measure, options)),
    measures.map((measure) => `${DEFAULTS[measure].title}: ${words(history, measure, options)}`),
  );
}

function pairOf(charts: readonly object[], sentences: readonly string[]): Chart {
  return themed({
    description: sentences.join(' '),
    hconcat: charts,
    spacing: 40,
    resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
  });
}

/** What a training will draw before it is over, so that its chart keeps its size while it grows. */
export interface PlannedCurves {
  readonly firstEpoch: number;
  readonly lastEpoch: number;
  readonly splits: readonly Split[];
  readonly measures: readonly Measure[];
}

/** `learningCurves` of a training that still runs: the axis reaches to its last epoch. */
export function growingCurves(history: readonly HistoryRow[], planned: PlannedCurves): Chart {
  const { measures } = planned;
  return pairOf(
    measures.map((measure) => curve(history, measure, {}, planned)),
    measures.map((measure) => `${DEFAULTS[measure].title}: ${words(history, measure, {})}`),
  );
}

function single(history: readonly HistoryRow[], measure: Measure, options: CurveOptions): Chart {
  const title = options.title ?? DEFAULTS[measure].title;
  return themed({
    description: `${title}: ${words(history, measure, options)}`,
    ...curve(history, measure, options),
  });
}

function words(history: readonly HistoryRow[], measure: Measure, { restart }: CurveOptions) {
  const mark = restartWords(restart);
  return `${historyWords(history, measure)}${mark}.`;
}

function curve(
  history: readonly HistoryRow[],
  measure: Measure,
  options: CurveOptions,
  planned?: PlannedCurves,
) {
  const names = options.names ?? DEFAULTS[measure].names;
  const rows = SPLIT_ORDER.flatMap((split) => rowsOf(history, split, measure));
  const values = rows.map((row) => ({
    epoch: row.epoch,
    curve: names[row.split],
    [measure]: row[measure],
  }));
  const ends = planned ? [planned.firstEpoch, planned.lastEpoch] : [];
  const splits = planned?.splits ?? splitsOf(rows);
  const best = options.best ? bestRow(rowsOf(history, 'validation', measure), measure) : undefined;
  return {
    title: titleOf(options.title ?? DEFAULTS[measure].title, best, measure),
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    encoding: {
      x: epochAxis([...rows.map(({ epoch }) => epoch), ...ends]),
      y: measureAxis(measure),
    },
    layer: [
      lineLayer(
        splitSeries(splits, names),
        { field: 'curve', title: 'Curve' },
        { field: measure, title: MEASURES[measure] },
      ),
      ...(best ? [bestLayer(best, measure)] : []),
      ...restartLayers(options.restart),
    ],
  };
}

function titleOf(text: string, best: HistoryRow | undefined, measure: Measure) {
  if (!best) return { text };
  return { text, subtitle: `○ best validation epoch: ${best.epoch} (${best[measure].toFixed(4)})` };
}

/** A ring around the best validation epoch; its number stands under the title. */
function bestLayer(best: HistoryRow, measure: Measure) {
  return {
    data: { values: [{ epoch: best.epoch, [measure]: best[measure] }] },
    mark: {
      type: 'point',
      size: 180,
      filled: false,
      strokeWidth: 2.5,
      color: COLOURS.ink,
      opacity: 1,
    },
  };
}
