import { formatFixed } from '../../results/numbers';
import type { Chart } from '../chart';
import { lineSeries } from '../series';
import { rounded } from '../rounded';
import { COLOURS, themed } from '../theme';

/** What one neuron with one input computes: `y = weight · x + bias`. */
export interface FittedLine {
  readonly name: string;
  readonly weight: number;
  readonly bias: number;
}

/**
 * Examples as points, and the lines that one neuron draws through them.
 * @example
 * ```ts
 * import { fittedLines, show } from 'nnlab';
 * const before = { name: 'before', weight: 0, bias: 0 };
 * show(fittedLines([0, 1, 2], [-1, 1, 3], [before, { name: 'after', weight: 2, bias: -1 }]));
 * ```
 */
export function fittedLines(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  lines: readonly FittedLine[],
): Chart {
  const points = Array.from(xs, (x, at) => ({ x, y: ys[at] ?? NaN }));
  const ends = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const names = lines.map(({ name }) => name);
  const title = lines.length === 1 ? 'The fitted line' : 'The line, before and after';
  const values = lines.flatMap(({ name, weight, bias }) =>
    ends.map((x) => ({ line: name, x, y: rounded(weight * x + bias) })),
  );
  const told = lines.map((line) => `${line.name} ${ruleOf(line)}, ${missOf(line, points)}`);
  return themed({
    title,
    description: `${title}: ${points.length} examples; ${told.join('; ')}.`,
    width: 420,
    height: 280,
    encoding: { x: axis('x'), y: axis('y') },
    layer: [
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2.5 },
        encoding: lineSeries('line', names, looksOf(lines.length)),
      },
      {
        data: { values: points },
        mark: { type: 'point', filled: true, size: 90, color: COLOURS.ink, opacity: 1 },
        encoding: { tooltip: [{ field: 'x' }, { field: 'y' }].map(quantity) },
      },
    ],
  });
}

/** The last line is the result; those before it stay behind, dashed and grey. */
function looksOf(count: number) {
  const last = Array.from({ length: count }, (_, place) => place === count - 1);
  return {
    colours: last.map((isLast) => (isLast ? COLOURS.blue : COLOURS.quiet)),
    dashes: last.map((isLast) => (isLast ? [1, 0] : [6, 4])),
  };
}

/** The rule of a line in words, such as `y = 2.00 x − 1.00`. */
function ruleOf({ weight, bias }: FittedLine): string {
  const sign = bias < 0 ? '−' : '+';
  return `y = ${formatFixed(weight, 2)} x ${sign} ${Math.abs(bias).toFixed(2)}`;
}

/** How far the points lie from a line at most. */
function missOf({ weight, bias }: FittedLine, points: readonly { x: number; y: number }[]): string {
  const most = Math.max(...points.map(({ x, y }) => Math.abs(weight * x + bias - y)));
  return `at most ${formatFixed(most, 2)} away from an example`;
}

const quantity = ({ field }: { field: string }) => ({
  field,
  type: 'quantitative',
  format: '.2f',
});

const axis = (field: string) => ({
  field,
  type: 'quantitative',
  title: field,
  scale: { padding: 12 },
  axis: { tickCount: 6, format: '~g' },
});
