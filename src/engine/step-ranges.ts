import * as tf from '@tensorflow/tfjs-node';
import type { EpochProgress, EpochTrainer, OnProgress } from './epoch';
import { RunningMean } from './running-mean';

/** Some steps of an epoch on batches of one size, made without a pause. */
export interface StepRange {
  readonly order: tf.Tensor1D;
  /** The place in the order where the first batch begins. */
  readonly row: number;
  readonly steps: number;
  /** Of the loss and each metric over the epoch's examples before. */
  readonly sums: readonly number[];
}

/** What came of a range. */
export interface Made {
  /** The sums, its steps included. */
  readonly sums: readonly number[];
  /** How many of its steps had a loss that is neither NaN nor infinite. */
  readonly finite: number;
}

/** How long training may go on without looking whether Stop was pressed. */
const MILLISECONDS_BETWEEN_LOOKS = 250;

/** Cuts an epoch into ranges of steps, so that progress is seen and Stop is heard in between. */
export abstract class TrainerByRanges implements EpochTrainer {
  private millisecondsAStep = MILLISECONDS_BETWEEN_LOOKS / 10;

  constructor(
    protected readonly model: tf.LayersModel,
    protected readonly batchSize: number,
  ) {}

  async run(order: Int32Array, onProgress: OnProgress): Promise<EpochProgress> {
    const { batchSize } = this;
    const places = tf.tensor1d(order, 'int32');
    const mean = new RunningMean(this.model);
    const wholeBatches = Math.floor(order.length / batchSize);
    try {
      while (mean.steps < wholeBatches) {
        const steps = Math.min(this.stepsUntilNextLook(), wholeBatches - mean.steps);
        const lostAt = this.timedSteps(places, steps, batchSize, mean);
        if (lostAt) return { ...mean.soFar(), lostAt };
        if (!(await onProgress(mean.soFar()))) return mean.soFar();
      }
      const rest = order.length % batchSize;
      const lostAt = rest > 0 ? this.timedSteps(places, 1, rest, mean) : undefined;
      return { ...mean.soFar(), ...(lostAt && { lostAt }) };
    } finally {
      places.dispose();
    }
  }

  abstract dispose(): void;

  /** Makes the steps, each on a batch of `size`. */
  protected abstract makeSteps(range: StepRange, size: number): Made;

  private stepsUntilNextLook(): number {
    return Math.max(1, Math.round(MILLISECONDS_BETWEEN_LOOKS / this.millisecondsAStep));
  }

  /** Answers which step of the epoch, if any, had a loss that is no number. */
  private timedSteps(
    order: tf.Tensor1D,
    steps: number,
    size: number,
    mean: RunningMean,
  ): number | undefined {
    const begin = performance.now();
    const row = mean.steps * this.batchSize;
    const { sums, finite } = this.makeSteps({ order, row, steps, sums: mean.sums }, size);
    this.millisecondsAStep = (performance.now() - begin) / steps;
    const lostAt = finite < steps ? mean.steps + finite + 1 : undefined;
    mean.count(sums, steps, size);
    return lostAt;
  }
}
