import type { Chart } from '../charts/chart';

/** One line of text in the cell's output that can be rewritten in place. */
export interface LiveLine {
  update(text: string): void;
  /** Writes the final text; the line does not change after that. */
  finish(text: string): void;
}

/** One chart in the cell's output that can be redrawn in place. */
export interface LiveChart {
  update(chart: Chart): Promise<void>;
}

export function liveLine(): LiveLine {
  return { update: () => undefined, finish: (text) => console.log(text) };
}
