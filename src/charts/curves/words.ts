import type { HistoryRow } from '../../results/history';
import { formatFixed } from '../../results/numbers';

export type Measure = 'loss' | 'accuracy';
export type Split = HistoryRow['split'];

const SPLIT_WORDS = { train: 'training', validation: 'validation' } as const;

/**
 * The rows of one split that have a number to draw, in the order of their epochs.
 * (The loss of a training that went wrong is NaN; so is an accuracy nobody asked for.)
 */
export function rowsOf(
  history: readonly HistoryRow[],
  split: Split,
  measure: Measure,
): HistoryRow[] {
  return history
    .filter((row) => row.split === split && Number.isFinite(row[measure]))
    .sort((a, b) => a.epoch - b.epoch);
}

/** The row with the lowest loss or the highest accuracy; the first one if several are equal. */
export function bestRow(rows: readonly HistoryRow[], measure: Measure): HistoryRow | undefined {
  const better = (a: number, b: number) => (measure === 'loss' ? a < b : a > b);
  return rows.reduce<HistoryRow | undefined>(
    (best, row) => (best === undefined || better(row[measure], best[measure]) ? row : best),
    undefined,
  );
}

function move(from: number, to: number): string {
  const verb = to > from ? 'rises' : to < from ? 'falls' : 'stays';
  return verb === 'stays'
    ? `stays at ${formatFixed(to, 3)}`
    : `${verb} from ${formatFixed(from, 3)} to ${formatFixed(to, 3)}`;
}

/** How one curve goes: "validation accuracy rises from 0.868 to 0.895 at epoch 13, then …". */
export function curveWords(rows: readonly HistoryRow[], measure: Measure): string {
  const first = rows[0];
  const last = rows.at(-1);
  const best = bestRow(rows, measure);
  if (!first || !last || !best) return `no ${measure} yet`;
  const subject = `${SPLIT_WORDS[first.split]} ${measure}`;
  if (first === last)
    return `${subject} is ${formatFixed(last[measure], 3)} at epoch ${last.epoch}`;
  if (best === last || best === first) {
    return `${subject} ${move(first[measure], last[measure])} at epoch ${last.epoch}`;
  }
  const up = last[measure] > best[measure] ? 'rises to' : 'falls to';
  const turn = formatFixed(last[measure], 3) === formatFixed(best[measure], 3) ? 'ends with' : up;
  const way = `${move(first[measure], best[measure])} at epoch ${best.epoch}`;
  return `${subject} ${way}, then ${turn} ${formatFixed(last[measure], 3)} at epoch ${last.epoch}`;
}

/** The alt text of a chart with a training and a validation curve. */
export function historyWords(history: readonly HistoryRow[], measure: Measure): string {
  const [train, validation] = (['train', 'validation'] as const).map((split) =>
    rowsOf(history, split, measure),
  ) as [HistoryRow[], HistoryRow[]];
  const curves = [train, validation]
    .filter((rows) => rows.length > 0)
    .map((rows) => curveWords(rows, measure));
  if (curves.length === 0) return `no ${measure} yet`;
  return [...curves, ...gapWords(train, validation, measure)].join('; ');
}

/** Where the two curves part for good, and how far apart they end. */
function gapWords(
  train: readonly HistoryRow[],
  validation: readonly HistoryRow[],
  measure: Measure,
): string[] {
  const both = validation.flatMap((row) => {
    const same = train.find(({ epoch }) => epoch === row.epoch);
    const gap = same && (measure === 'loss' ? 1 : -1) * (row[measure] - same[measure]);
    return gap === undefined ? [] : [{ epoch: row.epoch, gap }];
  });
  const last = both.at(-1);
  if (last === undefined || both.length < 2) return [];
  if (last.gap <= 0) return [`validation ends ${formatFixed(-last.gap, 3)} better than training`];
  const parting = both.find((_, at) => both.slice(at).every(({ gap }) => gap > 0)) ?? last;
  return [
    `from epoch ${parting.epoch} on validation is behind, by ${formatFixed(last.gap, 3)} at the end`,
  ];
}
