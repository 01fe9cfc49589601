import type { Measured } from './evaluate';

/** How far an epoch has come; loss and accuracy are means over its steps so far. */
export interface EpochProgress extends Measured {
  readonly steps: number;
  /** The step whose loss was NaN or infinite; the epoch ends with it. */
  readonly lostAt?: number;
}

/** Hears of progress several times a second; answers false to end the epoch here. */
export type OnProgress = (progress: EpochProgress) => Promise<boolean>;

/** A way to train: step by step, or by a recorded graph. */
export interface EpochTrainer {
  /** One pass over the examples in the given order; ends early when `onProgress` says so. */
  run(order: Int32Array, onProgress: OnProgress): Promise<EpochProgress>;
  dispose(): void;
}
