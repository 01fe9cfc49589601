import type * as tf from '@tensorflow/tfjs-node';
import { formatCounted } from './numbers';

/** What one epoch did to one part of the data. Epochs count from 1. */
export interface HistoryRow {
  readonly epoch: number;
  readonly split: 'train' | 'validation';
  readonly loss: number;
  /** NaN where the model was compiled without `metrics: ['accuracy']`. */
  readonly accuracy: number;
  /** Other metrics that the model was compiled with, by tfjs's names. */
  readonly metrics?: Readonly<Record<string, number>>;
}

const histories = new WeakMap<tf.LayersModel, readonly HistoryRow[]>();

/**
 * The rows of all epochs this model has been trained for, also when training was stopped:
 * `historyOf(model)` in the cell after Stop.
 * @example
 * ```ts
 * import { dense128, historyOf, loadFashion, sliceRows, toTensors, train } from 'nnlab';
 * const fashion = await loadFashion();
 * const model = dense128();
 * model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
 * await train(model, toTensors(sliceRows(fashion.train, 0, 320)), { epochs: 1 });
 * console.log(historyOf(model));
 * ```
 */
export function historyOf(model: tf.LayersModel): HistoryRow[] {
  return [...(histories.get(model) ?? [])];
}

/** How Node and the kernel print a value that says so itself. */
const PRINTED = Symbol.for('nodejs.util.inspect.custom');

/**
 * A training's own rows, those after `epoch`. Where a cell ends with them they are one sentence:
 * the training's lines have shown each of them already.
 */
export function rowsAfter(model: tf.LayersModel, epoch: number): HistoryRow[] {
  const rows = historyOf(model).filter((row) => row.epoch > epoch);
  const [first, last] = [rows[0]?.epoch, rows.at(-1)?.epoch];
  const epochs = first === last ? `epoch ${last}` : `epochs ${first} to ${last}`;
  const sentence = `${epochs}: ${formatCounted(rows.length, 'row')}, listed by historyOf(model)`;
  return Object.defineProperty(rows, PRINTED, { value: () => sentence });
}

/** Gives a model its rows: those of a saved file, or a training's as it goes on. */
export function keepHistory(model: tf.LayersModel, rows: readonly HistoryRow[]): void {
  histories.set(model, [...rows]);
}

const epochs = new WeakMap<tf.LayersModel, number>();

/** The epoch whose weights a model has; undefined if no epoch of it is known. */
export function epochOf(model: tf.LayersModel): number | undefined {
  return epochs.get(model) ?? histories.get(model)?.at(-1)?.epoch;
}

/** Notes that a model has the weights of an epoch, not always the last one. */
export function keepEpoch(model: tf.LayersModel, epoch: number): void {
  epochs.set(model, epoch);
}
