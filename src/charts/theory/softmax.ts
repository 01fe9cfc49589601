import type { Chart } from '../chart';
import { endLabels, namesAxis } from '../bars/rows';
import { COLOURS, SIZES, themed } from '../theme';
import { softmax } from './activation-functions';
import { at } from '../../checks/at';

interface SoftmaxRow {
  readonly name: string;
  readonly score: number;
  readonly probability: number;
}

/**
 * Scores on the left, the probabilities softmax makes of them on the right.
 * @example
 * ```ts
 * import { show, softmaxBars } from 'nnlab';
 * show(softmaxBars([2, 1, 0], ['a', 'b', 'c']));
 * ```
 */
export function softmaxBars(
  scores: readonly number[],
  names: readonly string[] = scores.map((_, kind) => String(kind)),
): Chart {
  const rows = softmax(scores).map((probability, kind) => ({
    name: names[kind] ?? String(kind),
    score: at(scores, kind),
    probability,
  }));
  const told = rows.map((row) => `${row.name} ${row.score} → ${row.probability.toFixed(3)}`);
  return themed({
    title: 'Softmax makes probabilities of scores',
    description: `Softmax makes probabilities of scores: ${told.join(', ')}; they sum to 1.`,
    spacing: 30,
    hconcat: [
      bars(rows, 'score', 'Score', COLOURS.quiet, '.2~f'),
      bars(rows, 'probability', 'Probability', COLOURS.blue, '.3f'),
    ],
  });
}

function bars(
  rows: readonly SoftmaxRow[],
  field: 'score' | 'probability',
  title: string,
  color: string,
  format: string,
) {
  return {
    title: { text: title, fontSize: SIZES.axis },
    width: 240,
    height: { step: 26 },
    data: { values: rows },
    encoding: {
      x: { field, type: 'quantitative', title, scale: roomy(rows, field), axis: { tickCount: 4 } },
      y: namesAxis,
      tooltip: [
        { field: 'name', type: 'nominal' },
        { field, type: 'quantitative', format: '.4f' },
      ],
    },
    layer: [
      { mark: { type: 'bar', color } },
      endLabels({ field, type: 'quantitative', format }, leftOfNegative(field)),
    ],
  };
}

/** Beyond the end of the bar, to the left of a negative one. */
const leftOfNegative = (field: string) => ({
  align: { expr: `datum.${field} < 0 ? 'right' : 'left'` },
  dx: { expr: `datum.${field} < 0 ? -5 : 5` },
});

/** Room for the numbers beyond the longest bars. */
function roomy(rows: readonly SoftmaxRow[], field: 'score' | 'probability') {
  const values = rows.map((row) => row[field]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = 0.2 * (high - low);
  return { domain: [low < 0 ? low - room : 0, high + room], nice: false };
}
