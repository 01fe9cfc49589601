import type { Chart } from '../chart';
import { COLOURS, themed } from '../theme';

const BINS = 60;
const NAMES = ['before training', 'after training'] as const;

/**
 * How often each size of weight occurs, before training and after it.
 * @example
 * ```ts
 * import { show, weightBars } from 'nnlab';
 * const before = [0.1, -0.2, 0.05];
 * const after = [0.3, -0.4, 0.1];
 * show(weightBars(before, after));
 * ```
 */
export function weightBars(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  title = 'Weights before and after training',
): Chart {
  const limit = largest([before, after]);
  const values = [
    ...binsOf(before, limit).map((row) => ({ ...row, when: NAMES[0] })),
    ...binsOf(after, limit).map((row) => ({ ...row, when: NAMES[1] })),
  ];
  const scale = { domain: [...NAMES], range: [COLOURS.quiet, COLOURS.blue] };
  return themed({
    title,
    description: `${title}: ${wordsFor(before, NAMES[0])}; ${wordsFor(after, NAMES[1])}.`,
    data: { values },
    facet: {
      row: {
        field: 'when',
        type: 'nominal',
        sort: [...NAMES],
        title: null,
        header: { labelAngle: 0, labelAlign: 'left', labelAnchor: 'start', labelOrient: 'top' },
      },
    },
    spec: {
      width: 440,
      height: 110,
      mark: { type: 'bar', binSpacing: 0 },
      encoding: {
        x: { field: 'from', type: 'quantitative', title: 'Weight', bin: { binned: true } },
        x2: { field: 'to' },
        y: { field: 'weights', type: 'quantitative', title: 'Weights', axis: { tickCount: 4 } },
        color: { field: 'when', type: 'nominal', scale, legend: null },
        tooltip: [
          { field: 'from', type: 'quantitative', format: '.3f' },
          { field: 'to', type: 'quantitative', format: '.3f' },
          { field: 'weights', type: 'quantitative', format: ',' },
        ],
      },
    },
    resolve: { scale: { y: 'independent' } },
  });
}

function largest(lists: readonly ArrayLike<number>[]): number {
  let most = 0;
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) most = Math.max(most, Math.abs(list[i] ?? 0));
  }
  return most || 1;
}

function binsOf(weights: ArrayLike<number>, limit: number) {
  const counts = Array.from({ length: BINS }, () => 0);
  for (let i = 0; i < weights.length; i++) {
    const share = ((weights[i] ?? 0) / limit + 1) / 2;
    const bin = Math.min(BINS - 1, Math.floor(share * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const edge = (bin: number) => Number(((bin / BINS) * 2 * limit - limit).toPrecision(6));
  return counts.map((count, bin) => ({ from: edge(bin), to: edge(bin + 1), weights: count }));
}

function wordsFor(weights: ArrayLike<number>, when: string): string {
  const values = Array.from(weights);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Infinity, -Infinity] as readonly [number, number],
  );
  return (
    `${when}, ${values.length} weights lie between ${least.toFixed(3)} and ${most.toFixed(3)} ` +
    `with standard deviation ${spread.toFixed(3)}`
  );
}
