import type * as tf from '@tensorflow/tfjs-node';
import { checkModel } from './check-model';
import { trainingData } from './data';
import { earlyStopping, type EarlyStopping } from './early-stopping';
import type { TrainingExamples } from '../engine/examples';
import { historyOf, keepEpoch, keepHistory, rowsAfter, type HistoryRow } from '../results/history';
import { liveCurves } from './live-curves';
import { liveLine } from '../kernel/live-line';
import { epochLog, epochPlan, type EpochLog } from './epoch-log';
import { sayWhereItGoesOn } from './going-on';
import { checkNames } from './option-names';
import { plannedNumbers, type TrainOptions } from './options';
import { currentSeed } from '../random/random';
import { lastEpoch } from './quick';
import { watchForStop, type StopButton } from '../kernel/stop';
import { keepHowTrained, type HowTrained } from '../results/how-trained';
import { keepImagesLearned } from '../results/images-learned';
import { keepScaling } from '../results/scaling';
import { scalingIn } from '../engine/scaling';
import { trainEpoch, type Training } from './train-epoch';
import { Trainers } from './trainers';
import { lastOf } from '../checks/at';

const inTraining = new WeakSet<tf.LayersModel>();

/**
 * Trains a compiled model and returns its history: a row for each epoch and split.
 *
 * Writes a table with one row an epoch. In quick mode (`NNLAB_QUICK=1`) a long training has a
 * quarter of its epochs. Stop ends it within a second: the model keeps what it has learned,
 * the rest of the cell does not run, and `historyOf(model)` gives the rows so far. A loss that is
 * NaN or infinite ends it too, and the model has the weights of the last whole epoch again.
 * @example
 * ```ts
 * import { dense128, loadFashion, sliceRows, toTensors, train } from 'nnlab';
 * const fashion = await loadFashion();
 * const model = dense128();
 * model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
 * await train(model, toTensors(sliceRows(fashion.train, 0, 320)), { epochs: 2 });
 * ```
 */
export async function train(
  model: tf.LayersModel,
  examples: TrainingExamples,
  options: TrainOptions = {},
): Promise<HistoryRow[]> {
  checkNames(options);
  return trainWith(model, examples, options);
}

/** `train`, whose epochs may be rows of a table that others have opened and will close. */
export async function trainWith(
  model: tf.LayersModel,
  examples: TrainingExamples,
  options: TrainOptions,
  log?: EpochLog,
): Promise<HistoryRow[]> {
  checkModel(model);
  if (inTraining.has(model)) {
    throw new Error('This model is still training; wait for its last epoch, or press Stop.');
  }
  inTraining.add(model);
  const stop = await watchForStop();
  try {
    return await trainEpochs(model, examples, options, stop, log);
  } finally {
    stop.release();
    inTraining.delete(model);
  }
}

async function trainEpochs(
  model: tf.LayersModel,
  examples: TrainingExamples,
  options: TrainOptions,
  stop: StopButton,
  given?: EpochLog,
): Promise<HistoryRow[]> {
  const { epochs: planned, batchSize, initialEpoch } = plannedNumbers(options);
  const data = trainingData(model, examples, options.validation);
  const epochs = lastEpoch(planned, initialEpoch, data.count);
  const trainers = new Trainers(model, data.examples, batchSize, options.silent ?? false);
  if (!options.silent && initialEpoch === 0) sayWhereItGoesOn(model);
  const early = options.earlyStopping && earlyStopping(model, options.earlyStopping.patience);
  keepHistory(model, rowsUpTo(model, initialEpoch));
  keepScaling(model, scalingIn(data.examples.images));
  keepImagesLearned(model, data.count);
  // The chart stands above the table, which grows.
  const plan = epochPlan(model, data.count, { epochs, batchSize, validated: !!data.validation });
  const curves = options.liveChart ? liveCurves(model, plan, initialEpoch + 1) : undefined;
  const log = given ?? epochLog(plan, options.silent ?? false);
  const training = { model, data, options, epochs, batchSize, stop, trainers, log };
  keepHowTrained(model, howThisIs(training));
  try {
    for (let epoch = initialEpoch + 1; epoch <= epochs; epoch++) {
      const rows = await trainEpoch(training, epoch);
      curves?.update();
      if (early?.enough(epoch, lastOf(rows).loss)) break;
    }
    if (early) restoreBest(model, early, options);
    return rowsAfter(model, initialEpoch);
  } finally {
    if (!given) log.close();
    curves?.finish();
    early?.dispose();
    trainers.dispose();
    data.dispose();
  }
}

function howThisIs({ data, epochs, batchSize }: Training): HowTrained {
  const validation = data.validation?.labels.shape[0] ?? 0;
  const images = data.count;
  return { epochs, batchSize, images, augmented: false, validation, seed: currentSeed() };
}

/** What a training that goes on after `epoch` keeps of the history; one from the start nothing. */
function rowsUpTo(model: tf.LayersModel, epoch: number): HistoryRow[] {
  return historyOf(model).filter((row) => row.epoch <= epoch);
}

function restoreBest(model: tf.LayersModel, early: EarlyStopping, { silent }: TrainOptions): void {
  const best = early.restoreBest();
  keepEpoch(model, best);
  if (!silent) liveLine().finish(`the model has the weights of epoch ${best}, its best`);
}
