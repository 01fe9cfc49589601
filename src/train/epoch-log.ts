import type * as tf from '@tensorflow/tfjs-node';
import type { EpochProgress } from '../engine/epoch';
import { measuredFrom } from '../engine/evaluate';
import { inNotebook } from '../kernel/kernel';
import type { HistoryRow } from '../results/history';
import { type LiveText, liveText } from '../show/live-text';
import {
  type EpochPlan,
  type EpochRow,
  shareText,
  tableHead,
  tableRow,
  timeText,
} from './epoch-table';

/** The table of a training: a row for each epoch, rewritten while the epoch runs. */
export interface EpochLog {
  begin(epoch: number): void;
  /** What goes on before the first step of an epoch, and how much of it is done. */
  prepare(what: string, share: number): void;
  update(progress: EpochProgress): void;
  finish(rows: readonly HistoryRow[]): void;
  /** The last word on an epoch that was not finished. */
  stop(progress: EpochProgress): void;
  /** No more rows will come. */
  close(): void;
}

/** Enough for every lesson, and few enough that an update is quickly sent. */
const ROWS_A_TABLE = 100;

/** Opens the table of a training; with `silent`, one that shows nothing. */
export function epochLog(plan: EpochPlan, silent: boolean): EpochLog {
  return silent ? SILENT : new WrittenLog(plan);
}

/** What a training of `count` examples plans; its figures have the names of a history's rows. */
export function epochPlan(
  model: tf.LayersModel,
  count: number,
  planned: Pick<EpochPlan, 'epochs' | 'batchSize' | 'validated'>,
): EpochPlan {
  const zeros = model.metricsNames.map(() => 0);
  const { accuracy, metrics = {} } = measuredFrom(model, zeros);
  const others = Number.isNaN(accuracy)
    ? Object.keys(metrics)
    : ['accuracy', ...Object.keys(metrics)];
  return { ...planned, steps: Math.ceil(count / planned.batchSize), figures: ['loss', ...others] };
}

const nothing = () => undefined;
const SILENT: EpochLog = {
  begin: nothing,
  prepare: nothing,
  update: nothing,
  finish: nothing,
  stop: nothing,
  close: nothing,
};

/** In a notebook one block of lines in one place; elsewhere each row is printed when it is over. */
class WrittenLog implements EpochLog {
  private readonly head: readonly string[];
  private lines: string[] = [];
  private table: LiveText | undefined;
  private epoch = 0;
  private start = 0;
  private running = false;

  constructor(private readonly plan: EpochPlan) {
    this.head = tableHead(plan);
  }

  begin(epoch: number): void {
    // An epoch whose images are made first has begun with them.
    if (this.running && this.epoch === epoch) return;
    if (!this.table || this.lines.length >= this.head.length + ROWS_A_TABLE) this.open();
    this.epoch = epoch;
    this.start = performance.now();
    this.write({ epoch, time: shareText(0, 1) });
  }

  prepare(what: string, share: number): void {
    this.write({ epoch: this.epoch, time: shareText(share, 1), remark: what });
  }

  update(progress: EpochProgress): void {
    this.write(this.soFar(progress));
  }

  finish(rows: readonly HistoryRow[]): void {
    const [train, validation] = rows;
    const time = timeText(performance.now() - this.start);
    const figures = { ...(train && { train }), ...(validation && { validation }) };
    this.write({ epoch: this.epoch, time, ...figures }, true);
  }

  stop(progress: EpochProgress): void {
    this.write({ ...this.soFar(progress), remark: 'stopped here' }, true);
  }

  close(): void {
    this.table?.finish(this.lines);
    this.table = undefined;
  }

  private open(): void {
    this.close();
    this.table = liveText();
    this.lines = [...this.head];
    if (!inNotebook()) console.log(this.head.join('\n'));
  }

  private soFar(progress: EpochProgress): EpochRow {
    const time = shareText(progress.steps, this.plan.steps);
    return { epoch: this.epoch, time, train: progress };
  }

  /** Writes the row of the epoch that runs in the place of what it said before. */
  private write(row: EpochRow, over = false): void {
    const line = tableRow(this.plan, row);
    if (this.running) this.lines.pop();
    this.lines.push(line);
    this.running = !over;
    this.table?.update(this.lines);
    if (over && !inNotebook()) console.log(line);
  }
}
