import type { Chart } from '../charts/chart';
import { chartBundle } from './bundle';
import { inNotebook } from '../kernel/kernel';
import { throttled } from '../kernel/throttled';

/** One chart in the cell's output that can be redrawn in place. */
export interface LiveChart {
  /** Draws the chart soon: at most once a second, and always the last one. */
  update(chart: Chart): void;
  /** Draws the final chart; it does not change after that. */
  finish(chart: Chart): void;
}
const CHART_INTERVAL = 1000;

/** A chart below the cell that runs now, to be redrawn while something goes on. */
export function liveChart(): LiveChart {
  if (!inNotebook())
    return { update: () => undefined, finish: (chart) => console.log(chart.description) };
  return throttled(CHART_INTERVAL, chartBundle);
}
