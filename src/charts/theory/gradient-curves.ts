import type { Chart } from '../chart';
import { formatCount } from '../../results/numbers';
import { lineSeries } from '../series';
import { themed } from '../theme';

/** How large the gradient is in one layer; layer 1 is the first behind the input. */
export interface GradientRow {
  readonly layer: number;
  readonly size: number;
  /** The name of the network, if several are compared. */
  readonly network?: string;
}

/**
 * The size of the gradient in each layer, on a scale of powers of ten: does it shrink or grow?
 * @example
 * ```ts
 * import { gradientCurves, show } from 'nnlab';
 * show(gradientCurves([{ layer: 1, size: 0.001 }, { layer: 2, size: 0.1 }]));
 * ```
 */
export function gradientCurves(
  rows: readonly GradientRow[],
  title = 'The gradient in each layer',
): Chart {
  const values = rows
    .filter(({ size }) => size > 0 && Number.isFinite(size))
    .map(({ layer, size, network = 'gradient' }) => ({ layer, size, network }));
  if (values.length === 0) throw new Error('There is no gradient larger than 0 to draw.');
  const domain = [...new Set(values.map(({ network }) => network))];
  const layers = Math.max(...values.map(({ layer }) => layer));
  return themed({
    title,
    description: `${title}, ${domain.map((name) => wordsFor(name, values)).join('; ')}.`,
    width: 440,
    height: 260,
    data: { values },
    mark: { type: 'line', strokeWidth: 2.5, point: { size: 50 } },
    encoding: {
      x: {
        field: 'layer',
        type: 'quantitative',
        title: 'Layer (1 is next to the input)',
        scale: { domain: [1, Math.max(layers, 2)] },
        axis: { format: 'd', tickMinStep: 1, labelFlush: false },
      },
      y: {
        field: 'size',
        type: 'quantitative',
        title: 'Size of the gradient',
        scale: { type: 'log' },
        axis: { format: '.0e', tickCount: 6 },
      },
      ...lineSeries('network', domain, undefined, domain.length > 1 ? {} : null),
      tooltip: [
        { field: 'network', type: 'nominal' },
        { field: 'layer', type: 'quantitative' },
        { field: 'size', type: 'quantitative', format: '.2e' },
      ],
    },
  });
}

function wordsFor(
  name: string,
  values: readonly { network: string; layer: number; size: number }[],
) {
  const own = values.filter(({ network }) => network === name).sort((a, b) => b.layer - a.layer);
  const [last, first] = [own[0], own.at(-1)];
  if (!last || !first || last === first) return `${name}: ${last?.size.toExponential(1)}`;
  const factor = first.size / last.size;
  const verb = factor < 1 ? 'shrinks' : 'grows';
  const times = factor < 1 ? 1 / factor : factor;
  return (
    `${name}: on its way back from layer ${last.layer} to layer ${first.layer} it ${verb} ` +
    `from ${last.size.toExponential(1)} to ${first.size.toExponential(1)} ` +
    `(${formatCount(Number(times.toPrecision(2)))} times)`
  );
}
