import { nextTurn } from '../platform';
import type * as tf from '@tensorflow/tfjs-node';
import { astrayError, astrayIn } from './astray';
import { epochOrder, type TrainingData } from './data';
import type { EpochProgress } from '../engine/epoch';
import type { EpochLog } from './epoch-log';
import { evaluate, type Measured } from '../engine/evaluate';
import { historyOf, keepEpoch, keepHistory, type HistoryRow } from '../results/history';
import { keepState } from '../engine/model-state';
import type { TrainOptions } from './options';
import { stoppedError, type StopButton } from '../kernel/stop';
import type { Trainers } from './trainers';

/** One call of `train`, while it runs. */
export interface Training {
  readonly model: tf.LayersModel;
  readonly data: TrainingData;
  readonly options: TrainOptions;
  readonly epochs: number;
  readonly batchSize: number;
  readonly stop: StopButton;
  readonly trainers: Trainers;
  readonly log: EpochLog;
}

/** Trains for one epoch, measures, and keeps the rows in the model's history. */
export async function trainEpoch(training: Training, epoch: number): Promise<HistoryRow[]> {
  const { model, data, options, epochs, batchSize, stop, log } = training;
  const { callbacks } = options;
  const steps = Math.ceil(data.count / batchSize);
  await callbacks?.onEpochBegin?.(epoch);
  log.begin(epoch);
  await nextTurn();
  const learned = await learn(training, epoch, steps);
  const rows = [rowOf(epoch, 'train', learned.train)];
  if (learned.validation) rows.push(rowOf(epoch, 'validation', learned.validation));
  keepHistory(model, [...historyOf(model), ...rows]);
  keepEpoch(model, epoch);
  log.finish(rows);
  await callbacks?.onEpochEnd?.(epoch, rows);
  await nextTurn();
  if (stop.pressed) throw stoppedError(`after epoch ${epoch} of ${epochs}`);
  return rows;
}

/** One pass over the examples, measured; throws if Stop ended it or it went astray. */
async function learn(
  training: Training,
  epoch: number,
  steps: number,
): Promise<{ train: EpochProgress; validation: Measured | undefined }> {
  const { model, data, options, stop, log } = training;
  const trainer = training.trainers.forEpoch(epoch, steps);
  const before = keepState(model);
  try {
    const learned = await trainer.run(
      epochOrder(data.count, epoch, options.shuffle ?? true),
      async (progress) => {
        log.update(progress);
        // Node delivers Stop, and Jupyter its messages, only between two turns.
        await nextTurn();
        return !stop.pressed;
      },
    );
    if (learned.steps < steps && !learned.lostAt) {
      log.stop(learned);
      throw stoppedError(`after ${learned.steps} of ${steps} steps of epoch ${epoch}`);
    }
    const validation =
      data.validation && !learned.lostAt ? evaluate(model, data.validation) : undefined;
    const astray = astrayIn(model, steps, learned, validation);
    if (!astray) return { train: learned, validation };
    log.stop({ ...learned, steps: astray.step });
    before.putBack();
    throw astrayError(astray, { model, images: data.examples.images, epoch, steps });
  } finally {
    before.dispose();
  }
}

function rowOf(epoch: number, split: HistoryRow['split'], measured: Measured): HistoryRow {
  const { loss, accuracy, metrics } = measured;
  return { epoch, split, loss, accuracy, ...(metrics && { metrics }) };
}
