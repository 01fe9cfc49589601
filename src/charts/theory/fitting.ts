import type { Chart } from '../chart';
import { epochAxis } from '../curves/axes';
import type { Run } from '../curves/runs';
import { historyWords, rowsOf } from '../curves/words';
import { splitSeries, splitsOf } from '../series';
import { rounded } from '../rounded';
import { COLOURS, SIZES, themed } from '../theme';

const EPOCHS = 20;

/** Losses as they typically go; the curves are made up, and the chart's title says so. */
const SCHEMATIC: readonly Run[] = [
  madeUp(
    'Underfit: both stay high',
    (t) => 0.75 + 0.2 * Math.exp(-t),
    (t) => 0.8 + 0.18 * Math.exp(-t),
  ),
  madeUp(
    'Good fit: both low and close',
    (t) => 0.2 + 0.75 * Math.exp(-t),
    (t) => 0.26 + 0.7 * Math.exp(-t),
  ),
  madeUp(
    'Overfit: validation turns up',
    (t) => 0.05 + 0.9 * Math.exp(-t),
    (t) => 0.2 + 0.75 * Math.exp(-1.1 * t) + 0.012 * t ** 2.2,
  ),
];

function madeUp(
  name: string,
  train: (t: number) => number,
  validation: (t: number) => number,
): Run {
  const history = Array.from({ length: EPOCHS }, (_, place) => {
    const epoch = place + 1;
    const t = place / 3;
    return [
      { epoch, split: 'train' as const, loss: train(t), accuracy: NaN },
      { epoch, split: 'validation' as const, loss: validation(t), accuracy: NaN },
    ];
  });
  return { name, history: history.flat() };
}

/**
 * Losses side by side on one scale: underfit, good fit, overfit; your runs, or typical ones.
 * @example
 * ```ts
 * import { fittingCurves, show } from 'nnlab';
 * show(fittingCurves());
 * ```
 */
export function fittingCurves(
  runs: readonly Run[] = SCHEMATIC,
  title = runs === SCHEMATIC ? 'Underfit, good fit, overfit (sketch)' : 'How well the runs fit',
): Chart {
  const losses = runs
    .flatMap(({ history }) => history.map(({ loss }) => loss))
    .filter(Number.isFinite);
  const most = Math.max(...losses, 0);
  const told = runs.map(({ name, history }) => `${name}: ${historyWords(history, 'loss')}`);
  return themed({
    title,
    description: `${title}. ${told.join('. ')}.`,
    spacing: 24,
    hconcat: runs.map((run) => panel(run, most)),
  });
}

function panel({ name, history }: Run, most: number) {
  const names = { train: 'Train Loss', validation: 'Val Loss' };
  const splits = ['train', 'validation'] as const;
  const values = splits.flatMap((split) =>
    rowsOf(history, split, 'loss').map(({ epoch, loss }) => ({
      epoch,
      curve: names[split],
      loss: rounded(loss),
    })),
  );
  const format = { field: 'loss', type: 'quantitative', title: 'Loss', format: '.3f' };
  return {
    title: { text: name, fontSize: SIZES.axis },
    width: 260,
    height: 200,
    encoding: {
      x: epochAxis(values.map(({ epoch }) => epoch)),
      y: { field: 'loss', type: 'quantitative', title: 'Loss', scale: { domain: [0, most] } },
    },
    layer: [
      gapBetween(history),
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: {
          ...splitSeries(splitsOf(history), names),
          tooltip: [
            { field: 'curve', type: 'nominal' },
            { field: 'epoch', type: 'quantitative' },
            format,
          ],
        },
      },
    ],
  };
}

/** The gap between both losses, shaded: it opens where a network learns by heart. */
function gapBetween(history: Run['history']) {
  const trained = rowsOf(history, 'train', 'loss');
  const validated = new Map(
    rowsOf(history, 'validation', 'loss').map(({ epoch, loss }) => [epoch, loss]),
  );
  const values = trained.flatMap(({ epoch, loss }) => {
    const upper = validated.get(epoch);
    return upper === undefined ? [] : [{ epoch, loss: rounded(loss), upper: rounded(upper) }];
  });
  return {
    data: { values },
    mark: { type: 'area', color: COLOURS.line, opacity: 0.45 },
    encoding: { y2: { field: 'upper' } },
  };
}
