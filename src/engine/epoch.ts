import type { Measured } from './evaluate';

/** How far an epoch has come; loss and accuracy are means over its steps so far. */
export interface EpochProgress extends Measured {
  readonly steps: number;
}

/** Hears of progress several times a second; answers false to end the epoch here. */
export type OnProgress = (progress: EpochProgress) => Promise<boolean>;

/** A way to train: by a recorded graph, or by tfjs's own `fit`. */
export interface EpochTrainer {
  /** One pass over the examples in the given order; ends early when `onProgress` says so. */
  run(order: Int32Array, onProgress: OnProgress): Promise<EpochProgress>;
  dispose(): void;
}

/** How long training may go on without looking whether Stop was pressed. */
export const MILLISECONDS_BETWEEN_LOOKS = 250;
