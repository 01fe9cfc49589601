import { checkOptions } from '../checks/option-names';
import { nextTurn } from '../platform';
import type * as tf from '@tensorflow/tfjs-node';
import type { LabelledImages } from '../data/dataset';
import { disposeExamples, toTensors, type Examples } from '../data/tensors';
import { augmentInParts, type AugmentOptions } from './augment';
import { checkModel } from '../train/check-model';
import { epochLog, epochPlan, type EpochLog } from '../train/epoch-log';
import { sayWhereItGoesOn } from '../train/going-on';
import { rowsAfter, type HistoryRow } from '../results/history';
import { howTrained, keepHowTrained } from '../results/how-trained';
import { plannedNumbers, type TrainOptions } from '../train/options';
import { lastEpoch } from '../train/quick';
import { stoppedError, watchForStop, type StopButton } from '../kernel/stop';
import { trainWith } from '../train/train';

/** What `trainAugmented` can be told: as `train`, and how far images may be changed. */
export interface AugmentedTrainOptions extends Pick<
  TrainOptions,
  'epochs' | 'batchSize' | 'initialEpoch' | 'callbacks'
> {
  /** Measured after each epoch, as they are: only what is learned from is augmented. */
  readonly validation?: Examples;
  readonly augment?: AugmentOptions;
}

const OPTIONS: Readonly<Record<keyof AugmentedTrainOptions, true>> = {
  epochs: true,
  batchSize: true,
  initialEpoch: true,
  callbacks: true,
  validation: true,
  augment: true,
};

/**
 * Trains like `train`, but every epoch sees the images anew: turned, zoomed and shifted a little,
 * so that the model never meets the very same image twice.
 * @example
 * ```ts
 * import { dense128, loadFashion, sliceRows, trainAugmented } from 'nnlab';
 * const fashion = await loadFashion();
 * const model = dense128();
 * model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
 * await trainAugmented(model, sliceRows(fashion.train, 0, 320), { epochs: 1 });
 * ```
 */
export async function trainAugmented(
  model: tf.LayersModel,
  examples: LabelledImages,
  options: AugmentedTrainOptions = {},
): Promise<HistoryRow[]> {
  checkOptions('trainAugmented', options, OPTIONS);
  checkModel(model);
  const { epochs: planned, batchSize, initialEpoch } = plannedNumbers(options);
  const epochs = lastEpoch(planned, initialEpoch, examples.labels.length);
  if (initialEpoch === 0) sayWhereItGoesOn(model);
  const { augment: changes, ...others } = options;
  const validated = others.validation !== undefined;
  const plan = epochPlan(model, examples.labels.length, { epochs, batchSize, validated });
  const log = epochLog(plan, false);
  // Between two epochs, too, Stop must end the training and not only the cell.
  const stop = await watchForStop();
  try {
    for (let epoch = initialEpoch + 1; epoch <= epochs; epoch++) {
      log.begin(epoch);
      const fresh = await freshTensors(model, examples, changes, epoch, { stop, log });
      if (!fresh) throw stoppedError(`after epoch ${epoch - 1} of ${epochs}`);
      try {
        const once = { ...others, epochs: epoch, initialEpoch: epoch - 1, silent: true };
        await trainWith(model, fresh, once, log);
        noteAugmented(model);
      } finally {
        disposeExamples(fresh);
      }
    }
  } finally {
    log.close();
    stop.release();
  }
  return rowsAfter(model, initialEpoch);
}

function noteAugmented(model: tf.LayersModel): void {
  const how = howTrained(model);
  if (how) keepHowTrained(model, { ...how, augmented: true });
}

/** The images of one epoch as tensors; none if Stop was pressed while they were made. */
async function freshTensors(
  model: tf.LayersModel,
  { images, labels }: LabelledImages,
  changes: AugmentOptions = {},
  epoch: number,
  { stop, log }: { stop: StopButton; log: EpochLog },
): Promise<Examples | undefined> {
  const parts = augmentInParts(images, changes, epoch);
  for (;;) {
    const part = parts.next();
    // Node delivers Stop, and Jupyter its messages, only between two turns.
    await nextTurn();
    if (stop.pressed) return undefined;
    const classes = model.outputs[0]?.shape.at(-1) ?? undefined;
    if (part.done) return toTensors({ images: part.value, labels }, classes);
    log.prepare('of its images changed', part.value);
  }
}
