import type { HistoryRow } from '../results/history';
import type { TrainingExamples } from '../engine/examples';

/** Called as training goes on; training waits for what they return. */
export interface TrainCallbacks {
  onEpochBegin?(epoch: number): void | Promise<void>;
  /** With the epoch's one or two rows, validation included. */
  onEpochEnd?(epoch: number, rows: readonly HistoryRow[]): void | Promise<void>;
}

/** Everything `train` can be told; whatever is left out is as in Keras. */
export interface TrainOptions {
  /** The number of the last epoch; with `initialEpoch: 5` and `epochs: 8`, three are run. */
  readonly epochs?: number;
  readonly batchSize?: number;
  /** Other examples to measure after each epoch, or a fraction: 0.1 keeps the last tenth back. */
  readonly validation?: TrainingExamples | number;
  /** How many epochs the model has behind it, so that a resumed run goes on counting. */
  readonly initialEpoch?: number;
  /** A new order every epoch, keyed by the seed; true unless said otherwise. */
  readonly shuffle?: boolean;
  /**
   * Ends training when the validation loss has not fallen for `patience` epochs, and in any
   * case puts the weights of the best epoch back.
   */
  readonly earlyStopping?: { readonly patience: number };
  readonly callbacks?: TrainCallbacks;
  /** A chart of loss and accuracy that grows with every epoch. */
  readonly liveChart?: boolean;
  /** No line for each epoch: for many short trainings in a row. */
  readonly silent?: boolean;
}

/** The numbers of `options` with Keras' defaults filled in, checked. */
export function plannedNumbers(options: TrainOptions): {
  epochs: number;
  batchSize: number;
  initialEpoch: number;
} {
  const { epochs = 1, batchSize = 32, initialEpoch = 0 } = options;
  checkWhole('epochs', epochs, 1);
  checkWhole('batchSize', batchSize, 1);
  checkWhole('initialEpoch', initialEpoch, 0);
  if (initialEpoch >= epochs) {
    throw new Error(
      `epochs is the number of the last epoch: after ${initialEpoch} epochs, ` +
        `epochs: ${epochs} leaves nothing to do; give epochs: ${initialEpoch + epochs}.`,
    );
  }
  if (options.earlyStopping) {
    checkWhole('earlyStopping.patience', options.earlyStopping.patience, 0);
    if (options.validation === undefined) {
      throw new Error('Early stopping watches the validation loss: give validation as well.');
    }
  }
  return { epochs, batchSize, initialEpoch };
}

function checkWhole(name: string, value: unknown, least: number): void {
  if (!Number.isInteger(value) || Number(value) < least) {
    const given = typeof value === 'string' ? `the text '${value}'` : String(value);
    throw new Error(`${name} is ${given}; it must be a whole number from ${least} on.`);
  }
}
