import { checkOptions } from '../../checks/option-names';
import { formatFixed } from '../../results/numbers';
import type { Chart } from '../chart';
import { COLOURS, SIZES, themed } from '../theme';
import { at } from '../../checks/at';
import { rounded } from '../rounded';
import { loss, lossAxes, lossLine, slope, walkLayers } from './loss-curve';

/** What `descentCurves` may be told. */
export interface DescentOptions {
  readonly start?: number;
  /** The learning rate, or several to compare. */
  readonly rates?: readonly number[];
  readonly steps?: number;
}

const OPTIONS: Readonly<Record<keyof DescentOptions, true>> = {
  start: true,
  rates: true,
  steps: true,
};

/**
 * Gradient descent on a curve: each step goes against the slope, as far as the learning rate says.
 * @example
 * ```ts
 * import { descentCurves, show } from 'nnlab';
 * show(descentCurves({ rates: [0.1, 0.5] }));
 * ```
 */
export function descentCurves(options: DescentOptions = {}): Chart {
  checkOptions('descentCurves', options, OPTIONS);
  const { start = -2.2, rates = [0.05, 0.4, 2.1], steps = 12 } = options;
  const paths = rates.map((rate) => ({ rate, path: descend(start, rate, steps) }));
  const told = paths.map(({ rate, path }) => {
    const end = path.at(-1) ?? start;
    return `learning rate ${rate}: w ends at ${formatFixed(end, 2)}, loss ${formatFixed(loss(end), 2)}`;
  });
  return themed({
    title: 'Gradient descent: downhill, step by step',
    description:
      `Gradient descent on a curve with its lowest point at w = 1: from w = ${formatFixed(start, 2)}, ` +
      `loss ${formatFixed(loss(start), 2)}, ${steps} steps each; ${told.join('; ')}.`,
    spacing: 24,
    hconcat: paths.map(({ rate, path }) => panel(rate, path)),
  });
}

function descend(start: number, rate: number, steps: number): number[] {
  const path = [start];
  for (let step = 0; step < steps; step++) {
    const w = path.at(-1) ?? start;
    path.push(w - rate * slope(w));
  }
  return path;
}

function panel(rate: number, path: readonly number[]) {
  return {
    title: { text: `Learning rate ${rate}`, fontSize: SIZES.axis },
    width: 250,
    height: 220,
    encoding: lossAxes(),
    layer: [lossLine(), tangent(at(path, 0)), ...walk(path)],
  };
}

function walk(path: readonly number[]) {
  const values = path.map((w, step) => ({ step, w: rounded(w), loss: rounded(loss(w)) }));
  return walkLayers({ data: { values } });
}

/** The slope where the descent starts: the gradient is what the first step follows. */
function tangent(w: number) {
  const ends = [-0.6, 0.6].map((d) => ({
    w: rounded(w + d),
    loss: rounded(loss(w) + d * slope(w)),
  }));
  return {
    data: { values: ends },
    mark: { type: 'line', color: COLOURS.vermilion, strokeWidth: 2.5, clip: true },
  };
}
