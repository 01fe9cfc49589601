import type * as tf from '@tensorflow/tfjs-node';
import { liveLine } from '../kernel/live-line';
import { epochOf } from '../results/history';
import { stepsDone } from '../tfjs/optimizer-state';

/** Whoever runs only the training cell again trains on, and should know it. */
export function sayWhereItGoesOn(model: tf.LayersModel): void {
  const epoch = epochOf(model);
  if (epoch === undefined && stepsDone(model.optimizer) === 0) return;
  const weights = epoch === undefined ? 'what it has learned' : `the weights of epoch ${epoch}`;
  liveLine().finish(
    `this model goes on from ${weights}; to begin afresh, run the cell that builds it first`,
  );
}
