import type { Measured } from '../engine/evaluate';
import { formatCounted } from '../results/numbers';

/** What a training plans to do, as its table needs to know it. */
export interface EpochPlan {
  readonly epochs: number;
  readonly steps: number;
  readonly batchSize: number;
  /** Whether validation is measured after each epoch. */
  readonly validated: boolean;
  /** What is measured, in the order of the columns: `loss`, mostly `accuracy`, other metrics. */
  readonly figures: readonly string[];
}

/** One row of the table: an epoch that is over, or the one that runs. */
export interface EpochRow {
  readonly epoch: number;
  /** How long it took, or how much of it is done. */
  readonly time: string;
  readonly train?: Measured;
  readonly validation?: Measured;
  /** A word about the row, behind its figures. */
  readonly remark?: string;
}

const TIME = 6;
const FIGURE = 6;
const GAP = '  ';

/**
 * What stands above the rows: how long an epoch is, and the names of the columns. All lines have
 * at most 48 letters, for projectors and phones, unless other metrics are measured as well.
 */
export function tableHead(plan: EpochPlan): string[] {
  const { steps, batchSize, validated, figures } = plan;
  const names = figures.map((name) => name.padStart(widthOf(name))).join(' ');
  const splits = validated ? ['training', 'validation'] : ['training'];
  const start = startOf(plan, 'epoch', 'time');
  return [
    `${formatCounted(steps, 'step')} an epoch, of ${formatCounted(batchSize, 'example')} each`,
    [' '.repeat(start.length), ...splits.map((split) => split.padStart(names.length))].join(GAP),
    [start, ...splits.map(() => names)].join(GAP),
  ];
}

/** ` 3/20  1.2 s  0.5123   0.8212  0.4321   0.8444`, as far as the figures are known. */
export function tableRow(plan: EpochPlan, row: EpochRow): string {
  const { epoch, time, train, validation, remark } = row;
  const figures = (measured: Measured) =>
    plan.figures
      .map((name) => figureText(valueOf(measured, name)).padStart(widthOf(name)))
      .join(' ');
  const name = plan.epochs < 1000 ? `${epoch}/${plan.epochs}` : String(epoch);
  const parts = [train && figures(train), validation && figures(validation), remark];
  return [startOf(plan, name, time), ...parts.filter((part) => part !== undefined)].join(GAP);
}

/** How long an epoch took, in at most six letters. */
export function timeText(milliseconds: number): string {
  if (milliseconds < 99.5) return `${milliseconds.toFixed(0)} ms`;
  const seconds = milliseconds / 1000;
  return `${seconds.toFixed(seconds < 99.95 ? 1 : 0)} s`;
}

/** How much of an epoch is done. */
export function shareText(done: number, all: number): string {
  return `${Math.floor((100 * done) / all)} %`;
}

function startOf({ epochs }: EpochPlan, epoch: string, time: string): string {
  const width = epochs < 1000 ? 2 * String(epochs).length + 1 : 0;
  return `${epoch.padStart(Math.max('epoch'.length, width))} ${time.padStart(TIME)}`;
}

function widthOf(name: string): number {
  return Math.max(FIGURE, name.length);
}

function valueOf({ loss, accuracy, metrics = {} }: Measured, name: string): number {
  return { ...metrics, loss, accuracy }[name] ?? NaN;
}

/** A figure in at most six letters: four decimals where there is room for them. */
function figureText(value: number): string {
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 0.0001 && size < 99_999);
  if (!Number.isFinite(value)) return String(value).replace('Infinity', 'inf');
  if (!plain) return value.toExponential(size < 1 ? 0 : 1).replace('e+', 'e');
  const digits = Math.trunc(size).toFixed().length;
  return value.toFixed(Math.max(0, 5 - digits));
}
