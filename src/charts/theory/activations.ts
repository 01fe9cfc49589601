import { formatFixed } from '../../results/numbers';
import type { Chart } from '../chart';
import { lineSeries } from '../series';
import { rounded } from '../rounded';
import { COLOURS, SIZES, themed } from '../theme';
import { ACTIVATIONS, type Activation, type ActivationName } from './activation-functions';

const FROM = -5;
const TO = 5;
/** One scale for all, so that slopes can be compared; ReLU leaves it at the top. */
const HIGH = [-1.1, 2];
const STEPS = 100;
const WHOLE = { tickCount: 10, labelFlush: false };

/**
 * Activation functions (solid) and their slopes (dashed), one picture each.
 * @example
 * ```ts
 * import { activationCurves, show } from 'nnlab';
 * show(activationCurves(['relu', 'sigmoid']));
 * ```
 */
export function activationCurves(
  names: readonly ActivationName[] = ['relu', 'leakyRelu', 'sigmoid', 'tanh'],
): Chart {
  const chosen = names.map((name) => ACTIVATIONS[name]);
  return themed({
    title: 'Activation functions and their slopes',
    description: `Activation functions and their slopes: ${steepest(chosen)}; ${chosen.map(wordsFor).join('; ')}.`,
    columns: 2,
    spacing: 30,
    concat: chosen.map(panel),
  });
}

/** The steepest slope of each: what becomes of a gradient on its way back. */
function steepest(chosen: readonly Activation[]): string {
  const words = chosen.map(({ name, slope }) => {
    const slopes = Array.from({ length: STEPS + 1 }, (_, step) =>
      slope(FROM + ((TO - FROM) * step) / STEPS),
    );
    return `${formatFixed(Math.max(...slopes), 2)} (${name})`;
  });
  return `their slopes reach at most ${words.join(', ')}`;
}

function wordsFor({ name, f, slope }: Activation): string {
  const [at, slopes] = [f, slope].map((g) =>
    [-2, 0, 2].map((x) => formatFixed(g(x), 2)).join(', '),
  );
  return `${name} at −2, 0, 2 is ${at}, its slope ${slopes}`;
}

function panel({ name, f, slope }: Activation) {
  const values = Array.from({ length: STEPS + 1 }, (_, step) => {
    const x = FROM + ((TO - FROM) * step) / STEPS;
    return { x, y: f(x), slope: slope(x) };
  });
  return {
    title: { text: name, fontSize: SIZES.axis },
    width: 300,
    height: 190,
    data: { values: [...rowsOf(values, 'y', 'output'), ...rowsOf(values, 'slope', 'slope')] },
    layer: [zeroLine('x'), zeroLine('y'), curves()],
  };
}

type Point = { readonly x: number; readonly y: number; readonly slope: number };

/** The points of one curve. Where it jumps, a gap: no line claims the values between. */
function rowsOf(points: readonly Point[], field: 'y' | 'slope', what: string) {
  return points.flatMap((point, place) => {
    const row = { x: rounded(point.x), y: rounded(point[field]), what };
    const jumps = Math.abs(point[field] - (points[place - 1] ?? point)[field]) > 0.5;
    return jumps ? [{ ...row, y: null }, row] : [row];
  });
}

const zeroLine = (axis: 'x' | 'y') => ({
  data: { values: [{ zero: 0 }] },
  mark: { type: 'rule', color: COLOURS.line, strokeWidth: 1.5 },
  encoding: { [axis]: { field: 'zero', type: 'quantitative' } },
});

function curves() {
  const looks = {
    colours: [COLOURS.blue, COLOURS.vermilion],
    dashes: [
      [1, 0],
      [6, 4],
    ],
  };
  return {
    mark: { type: 'line', strokeWidth: 2.5, clip: true },
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        title: 'x',
        scale: { domain: [FROM, TO] },
        axis: WHOLE,
      },
      y: { field: 'y', type: 'quantitative', title: null, scale: { domain: HIGH, nice: false } },
      ...lineSeries('what', ['output', 'slope'], looks),
      tooltip: [
        { field: 'what', type: 'nominal', title: 'Curve' },
        { field: 'x', type: 'quantitative', format: '.2f' },
        { field: 'y', type: 'quantitative', title: 'Value', format: '.4f' },
      ],
    },
  };
}
