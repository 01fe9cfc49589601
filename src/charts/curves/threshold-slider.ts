import { formatFixed } from '../../results/numbers';
import type { Prediction } from '../../results/prediction';
import type { Chart } from '../chart';
import { lineSeries } from '../series';
import { rounded } from '../rounded';
import { slider, toldLine } from '../slider';
import { COLOURS, SIZES, themed } from '../theme';

/** What becomes of one class if an image is called so from a probability on. */
interface Called {
  readonly threshold: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const HALF = 0.5;
const THRESHOLDS = Array.from({ length: 49 }, (_, place) => (place + 1) / 50);

/**
 * Precision and recall of one class, with the probability from which an image is called so at a slider.
 * @example
 * ```ts
 * import { show, thresholdSlider } from 'nnlab';
 * const sure = { index: 0, truth: 1, guess: 1, confidence: 0.9, probabilities: [0.1, 0.9] };
 * const unsure = { index: 1, truth: 0, guess: 0, confidence: 0.6, probabilities: [0.6, 0.4] };
 * show(thresholdSlider([sure, unsure], 1, 'shoe'));
 * ```
 */
export function thresholdSlider(
  predictions: readonly Prediction[],
  label: number,
  name = String(label),
): Chart {
  const rows = THRESHOLDS.map((threshold) => called(predictions, label, threshold));
  const half = rows.find(({ threshold }) => threshold === HALF) as Called;
  return themed({
    title: `Called ${name} from which probability on?`,
    description:
      `Precision and recall of ${name} in ${predictions.length} predictions, with a slider for the probability from ` +
      `which an image is called ${name}. At ${HALF}: ${wordsFor(half)}.`,
    params: slider('threshold', 'Called so from', HALF, { min: 0.02, max: 0.98, step: 0.02 }),
    width: 420,
    height: 240,
    encoding: {
      x: {
        field: 'threshold',
        type: 'quantitative',
        title: 'Probability from which on',
        scale: { domain: [0, 1] },
        axis: { labelFlush: false },
      },
    },
    layer: [curves(rows), chosen(), told(rows)],
  });
}

function called(predictions: readonly Prediction[], label: number, threshold: number): Called {
  const count = (isCalled: boolean, isSo: boolean) =>
    predictions.filter(
      ({ truth, probabilities }) =>
        (probabilities[label] ?? 0) >= threshold === isCalled && (truth === label) === isSo,
    ).length;
  return {
    threshold,
    right: count(true, true),
    wrong: count(true, false),
    missed: count(false, true),
  };
}

const precisionOf = ({ right, wrong }: Called) => right / (right + wrong);
const recallOf = ({ right, missed }: Called) => right / (right + missed);

function wordsFor(row: Called): string {
  const { right, wrong, missed } = row;
  const figures = `precision ${formatFixed(precisionOf(row), 3)}, recall ${formatFixed(recallOf(row), 3)}`;
  return `${figures}: ${right} found, ${wrong} called so wrongly, ${missed} missed`;
}

/** Where nothing is called so, there is no precision. */
function curves(rows: readonly Called[]) {
  const points = rows.flatMap((row) => [
    { threshold: row.threshold, score: 'precision', value: rounded(precisionOf(row)) },
    { threshold: row.threshold, score: 'recall', value: rounded(recallOf(row)) },
  ]);
  const values = points.filter(({ value }) => Number.isFinite(value));
  return {
    data: { values },
    mark: { type: 'line', strokeWidth: 2.5, point: { size: 60, opacity: 0 } },
    encoding: {
      y: { field: 'value', type: 'quantitative', title: 'Score', scale: { domain: [0, 1.1] } },
      ...lineSeries('score', ['precision', 'recall']),
      tooltip: [
        { field: 'threshold', type: 'quantitative', title: 'From' },
        { field: 'score', type: 'nominal', title: 'Score' },
        { field: 'value', type: 'quantitative', title: 'Value', format: '.3f' },
      ],
    },
  };
}

/** The slider's place. */
function chosen() {
  return {
    data: { values: [{}] },
    transform: [{ calculate: 'threshold', as: 'threshold' }],
    mark: { type: 'rule', color: COLOURS.quiet, strokeWidth: 2 },
    encoding: { y: { datum: 0 }, y2: { datum: 1 } },
  };
}

function told(rows: readonly Called[]) {
  const values = rows.map((row) => ({ threshold: row.threshold, told: wordsFor(row) }));
  const transform = [{ filter: 'abs(datum.threshold - threshold) < 0.001' }];
  const place = { x: { datum: HALF }, y: { datum: 1.06 } };
  return toldLine({ data: { values }, transform }, place, SIZES.small);
}
