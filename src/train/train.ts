import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as tf from '@tensorflow/tfjs-node';
import { learningCurves } from '../charts/curves/curves';
import { epochOrder, trainingData, type TrainingData } from './data';
import { earlyStopping, type EarlyStopping } from './early-stopping';
import { epochLine } from './epoch-line';
import type { EpochTrainer } from '../engine/epoch';
import type { TrainingExamples } from '../engine/examples';
import { evaluate, type Measured } from '../engine/evaluate';
import { fitTrainer } from '../engine/fit-trainer';
import { GraphTrainer } from '../engine/graph/graph-trainer';
import { historyOf, keepHistory, type HistoryRow } from '../results/history';
import { liveChart } from '../show/live';
import { liveLine } from '../kernel/live-line';
import { plannedNumbers, type TrainOptions } from './options';
import { stoppedError, watchForStop, type StopButton } from '../kernel/stop';

const inTraining = new WeakSet<tf.LayersModel>();

/**
 * Trains a compiled model and returns its history: a row for each epoch and split.
 *
 * Writes one line an epoch. Stop ends it within a second: the model keeps what it has learned,
 * the rest of the cell does not run, and `historyOf(model)` gives the rows so far.
 */
export async function train(
  model: tf.LayersModel,
  examples: TrainingExamples,
  options: TrainOptions = {},
): Promise<HistoryRow[]> {
  if (inTraining.has(model)) {
    throw new Error('This model is still training; wait for its last epoch, or press Stop.');
  }
  inTraining.add(model);
  const stop = await watchForStop();
  try {
    return await trainEpochs(model, examples, options, stop);
  } finally {
    stop.release();
    inTraining.delete(model);
  }
}

/** One call of `train`, while it runs. */
interface Training {
  readonly model: tf.LayersModel;
  readonly data: TrainingData;
  readonly options: TrainOptions;
  readonly epochs: number;
  readonly batchSize: number;
  readonly stop: StopButton;
  /** Made in the first epoch, for it takes a moment and something should be seen before. */
  trainer?: EpochTrainer;
}

async function trainEpochs(
  model: tf.LayersModel,
  examples: TrainingExamples,
  options: TrainOptions,
  stop: StopButton,
): Promise<HistoryRow[]> {
  const { epochs, batchSize, initialEpoch } = plannedNumbers(options);
  const data = trainingData(model, examples, options.validation);
  const training: Training = { model, data, options, epochs, batchSize, stop };
  const curves = options.liveChart ? liveChart() : undefined;
  const early = options.earlyStopping && earlyStopping(model, options.earlyStopping.patience);
  keepHistory(model, rowsUpTo(model, initialEpoch));
  try {
    for (let epoch = initialEpoch + 1; epoch <= epochs; epoch++) {
      const rows = await trainEpoch(training, epoch);
      curves?.update(learningCurves(historyOf(model)));
      if (early?.enough(epoch, rows.at(-1)?.loss ?? NaN)) break;
    }
    if (early) restoreBest(early, options);
    return historyOf(model).filter((row) => row.epoch > initialEpoch);
  } finally {
    if (historyOf(model).length > 0) curves?.finish(learningCurves(historyOf(model)));
    early?.dispose();
    training.trainer?.dispose();
    data.dispose();
  }
}

/** What a training that goes on after `epoch` keeps of the history; one from the start nothing. */
function rowsUpTo(model: tf.LayersModel, epoch: number): HistoryRow[] {
  return historyOf(model).filter((row) => row.epoch <= epoch);
}

async function trainEpoch(training: Training, epoch: number): Promise<HistoryRow[]> {
  const { model, data, options, epochs, batchSize, stop } = training;
  const { callbacks, shuffle = true, silent = false } = options;
  const steps = Math.ceil(data.count / batchSize);
  await callbacks?.onEpochBegin?.(epoch);
  const line = epochLine(epoch, epochs, steps, silent);
  await nextTurn();
  training.trainer ??= trainerFor(model, data.examples, batchSize, silent);
  const learned = await training.trainer.run(
    epochOrder(data.count, epoch, shuffle),
    async (progress) => {
      line.update(progress);
      // Node delivers Stop, and Jupyter its messages, only between two turns.
      await nextTurn();
      return !stop.pressed;
    },
  );
  if (learned.steps < steps) {
    line.stop(learned);
    throw stoppedError(`after ${learned.steps} of ${steps} steps of epoch ${epoch}`);
  }
  const rows = rowsOf(epoch, learned, data.validation && evaluate(model, data.validation));
  keepHistory(model, [...historyOf(model), ...rows]);
  line.finish(rows);
  await callbacks?.onEpochEnd?.(epoch, rows);
  await nextTurn();
  if (stop.pressed) throw stoppedError(`after epoch ${epoch} of ${epochs}`);
  return rows;
}

/** By the graph of a training step if it can be recorded; one line says why, if not. */
function trainerFor(
  model: tf.LayersModel,
  examples: TrainingExamples,
  batchSize: number,
  silent: boolean,
): EpochTrainer {
  try {
    return new GraphTrainer(model, examples, batchSize);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!silent) console.log(`This model trains step by step, which is slower: ${why}.`);
    return fitTrainer(model, examples, batchSize);
  }
}

function rowsOf(epoch: number, learned: Measured, validation?: Measured): HistoryRow[] {
  const row = (split: HistoryRow['split'], { loss, accuracy }: Measured): HistoryRow => ({
    epoch,
    split,
    loss,
    accuracy,
  });
  const rows = [row('train', learned)];
  return validation ? [...rows, row('validation', validation)] : rows;
}

function restoreBest(early: EarlyStopping, { silent }: TrainOptions): void {
  const best = early.restoreBest();
  // Without a single loss that is a number, there is no best epoch to speak of.
  if (!silent && best > 0)
    liveLine().finish(`the model has the weights of epoch ${best}, its best`);
}
