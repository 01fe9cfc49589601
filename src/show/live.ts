import type { Chart } from '../charts/chart';
import { chartBundle } from './bundle';
import { type Bundle, inNotebook, newSlot } from './kernel';

/** One line of text in the cell's output that can be rewritten in place. */
export interface LiveLine {
  /** Shows the text soon: at most five times a second, and always the last one. */
  update(text: string): void;
  /** Writes the final text; the line does not change after that. */
  finish(text: string): void;
}

/** One chart in the cell's output that can be redrawn in place. */
export interface LiveChart {
  /** Draws the chart soon: at most once a second, and always the last one. */
  update(chart: Chart): void;
  /** Draws the final chart; it does not change after that. */
  finish(chart: Chart): void;
}

const LINE_INTERVAL = 200;
const CHART_INTERVAL = 1000;

/** A progress line below the cell that runs now; outside a notebook it prints its final text. */
export function liveLine(): LiveLine {
  if (!inNotebook()) return { update: () => undefined, finish: (text) => console.log(text) };
  return throttled(LINE_INTERVAL, (text: string): Bundle => {
    return { data: { 'text/plain': text }, metadata: {} };
  });
}

/** A chart below the cell that runs now, to be redrawn while something goes on. */
export function liveChart(): LiveChart {
  if (!inNotebook())
    return { update: () => undefined, finish: (chart) => console.log(chart.description) };
  return throttled(CHART_INTERVAL, chartBundle);
}

/** A place in the output that takes any number of updates and draws few of them. */
function throttled<T>(interval: number, bundleOf: (content: T) => Bundle) {
  const slot = newSlot();
  let finished = false;
  let drawnAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  const draw = (content: T) => {
    clearTimeout(timer);
    timer = undefined;
    slot(bundleOf(content));
    drawnAt = performance.now();
  };
  const update = (content: T) => {
    if (finished) return;
    const wait = drawnAt + interval - performance.now();
    if (wait <= 0) return draw(content);
    clearTimeout(timer);
    timer = setTimeout(() => draw(content), wait);
  };
  const finish = (content: T) => {
    if (finished) return;
    finished = true;
    draw(content);
  };
  return { update, finish };
}
