import type { Chart } from '../charts/chart';
import { chartBundle, sketchBundle } from './bundle';
import { inNotebook } from '../kernel/kernel';
import { throttled } from '../kernel/throttled';

/** One chart in the cell's output that can be redrawn in place. */
export interface LiveChart {
  /** Draws the chart soon: at most twice a second, a large one less often, and always the last one. */
  update(chart: Chart): void;
  /** Draws the final chart; it does not change after that. */
  finish(chart: Chart): void;
}
const CHART_INTERVAL = 500;

/** A busy browser must have time to spare: one that falls behind its drawings hears no ■. */
const intervalFor = (chart: Chart) => Math.max(CHART_INTERVAL, JSON.stringify(chart).length / 20);

/**
 * A chart below the cell that runs now, to be redrawn while something goes on. Its picture, which
 * takes longer than all else, is made for the final one only.
 * @example
 * ```ts
 * import { liveChart, lossCurves } from 'nnlab';
 * const history = [
 *   { epoch: 1, split: 'train', loss: 0.6, accuracy: 0.79 },
 *   { epoch: 2, split: 'train', loss: 0.4, accuracy: 0.86 },
 * ] as const;
 * const chart = liveChart();
 * chart.finish(lossCurves(history));
 * ```
 */
export function liveChart(): LiveChart {
  if (!inNotebook())
    return { update: () => undefined, finish: (chart) => console.log(chart.description) };
  return throttled(intervalFor, (chart: Chart, final) =>
    final ? chartBundle(chart) : sketchBundle(chart),
  );
}
