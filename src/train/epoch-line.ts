import { liveLine } from '../kernel/live-line';
import type { EpochProgress } from '../engine/epoch';
import type { Measured } from '../engine/evaluate';
import type { HistoryRow } from '../results/history';

/** The line of one epoch: rewritten while it runs, final when it is over. */
export interface EpochLine {
  update(progress: EpochProgress): void;
  finish(rows: readonly HistoryRow[]): void;
  /** The last word on an epoch that was not finished. */
  stop(progress: EpochProgress): void;
}

/** Opens the line `epoch  3/20 ...`; with `silent`, one that shows nothing. */
export function epochLine(
  epoch: number,
  epochs: number,
  steps: number,
  silent: boolean,
): EpochLine {
  if (silent) return { update: nothing, finish: nothing, stop: nothing };
  const start = performance.now();
  const name = `epoch ${String(epoch).padStart(String(epochs).length)}/${epochs}`;
  const line = liveLine();
  line.update(`${name}  starts`);
  const soFar = (progress: EpochProgress) =>
    `step ${progress.steps}/${steps}  ${figures(progress)}`;
  return {
    update: (progress) => line.update(`${name}  ${soFar(progress)}`),
    stop: (progress) => line.finish(`${name}  stopped at ${soFar(progress)}`),
    finish(rows) {
      const seconds = (performance.now() - start) / 1000;
      const pace = `${steps} steps  ${seconds.toFixed(1)} s  ${((seconds / steps) * 1000).toFixed(2)} ms/step`;
      const parts = rows.map((row) => `${row.split} ${figures(row)}`);
      line.finish([name, pace, ...parts].join('  '));
    },
  };
}

function nothing(): void {
  return undefined;
}

/** Loss and, where the model was compiled to measure them, accuracy and other metrics. */
function figures({ loss, accuracy, metrics = {} }: Measured): string {
  const share = Number.isNaN(accuracy) ? '' : ` accuracy ${accuracy.toFixed(4)}`;
  const others = Object.entries(metrics).map(([name, value]) => ` ${name} ${value.toFixed(4)}`);
  return [`loss ${loss.toFixed(4)}`, share, ...others].join('');
}
