import type * as tf from '@tensorflow/tfjs-node';

/** What one epoch did to one part of the data. Epochs count from 1. */
export interface HistoryRow {
  readonly epoch: number;
  readonly split: 'train' | 'validation';
  readonly loss: number;
  /** NaN where the model was compiled without `metrics: ['accuracy']`. */
  readonly accuracy: number;
}

const histories = new WeakMap<tf.LayersModel, readonly HistoryRow[]>();

/**
 * The rows of all epochs this model has been trained for, also when training was stopped:
 * `historyOf(model)` in the cell after Stop.
 */
export function historyOf(model: tf.LayersModel): HistoryRow[] {
  return [...(histories.get(model) ?? [])];
}

/** Gives a model its rows: those of a saved file, or a training's as it goes on. */
export function keepHistory(model: tf.LayersModel, rows: readonly HistoryRow[]): void {
  histories.set(model, [...rows]);
}
