import type * as tf from '@tensorflow/tfjs-node';
import type { EpochProgress } from './epoch';
import { measuredFrom } from './evaluate';

/** The means of loss and metrics over an epoch so far, where each example weighs the same. */
export class RunningMean {
  /** Of the loss and each metric, over all examples so far. */
  sums: readonly number[];
  steps = 0;
  private examples = 0;

  constructor(private readonly model: tf.LayersModel) {
    this.sums = model.metricsNames.map(() => 0);
  }

  /** Counts steps on batches of one size; `sums` are the new sums, these steps included. */
  count(sums: readonly number[], steps: number, batchSize: number): void {
    this.sums = sums;
    this.steps += steps;
    this.examples += steps * batchSize;
  }

  soFar(): EpochProgress {
    const means = this.sums.map((sum) => sum / this.examples);
    return { steps: this.steps, ...measuredFrom(this.model, means) };
  }
}
