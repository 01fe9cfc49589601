import { checkOptions } from '../checks/option-names';
import { nextTurn } from '../platform';
import * as tf from '@tensorflow/tfjs-node';
import type { Examples } from '../data/tensors';
import { liveLine, type LiveLine } from '../kernel/live-line';
import { examplesFor } from '../engine/examples';
import { scalingIn } from '../engine/scaling';
import { keepScaling } from '../results/scaling';
import { keepHistory, type HistoryRow } from '../results/history';
import { checkLogistic } from './check';
import { lbfgs, type Place } from './lbfgs';
import { logisticLoss, type LogisticEvaluation, type LogisticLoss } from './loss';
import { stoppedError, watchForStop, type StopButton } from '../kernel/stop';

/** What `trainLogistic` can be told. */
export interface LogisticOptions {
  /** The most iterations, each of them about one pass over the data; 10000 if left out. */
  readonly maxIterations?: number;
  /** Converged when the loss rises or falls by no weight faster than this; 0.00001 if left out. */
  readonly tolerance?: number;
}

const OPTIONS: Readonly<Record<keyof LogisticOptions, true>> = {
  maxIterations: true,
  tolerance: true,
};

/** How a logistic regression ended. */
export interface LogisticFit {
  readonly converged: boolean;
  readonly iterations: number;
  /** Mean cross-entropy of the training examples. */
  readonly loss: number;
  /** What was made as small as can be: the loss plus scikit-learn's penalty for `C` = 1. */
  readonly penalizedLoss: number;
  readonly accuracy: number;
  /** The largest slope of the loss by any one weight; 0 at the very minimum. */
  readonly steepest: number;
  readonly seconds: number;
}

/**
 * Trains a network without hidden layer to the lowest loss there is, as scikit-learn's
 * `LogisticRegression(max_iter=10000)` does, and leaves the model with the weights found.
 * Every iteration is a row of `historyOf(model)`; Stop ends it as it ends any training.
 * @example
 * ```ts
 * import { loadDigits, logisticNetwork, sliceRows, toTensors, trainLogistic } from 'nnlab';
 * const digits = await loadDigits();
 * const rows = toTensors(sliceRows(digits.train, 0, 500));
 * const fit = await trainLogistic(logisticNetwork(), rows, { maxIterations: 5 });
 * console.log(fit.loss);
 * ```
 */
export async function trainLogistic(
  model: tf.LayersModel,
  examples: Examples,
  options: LogisticOptions = {},
): Promise<LogisticFit> {
  checkOptions('trainLogistic', options, OPTIONS);
  const { maxIterations = 10000, tolerance = 1e-5 } = options;
  const classes = checkLogistic(model, examples);
  const shaped = examplesFor(model, examples);
  keepScaling(model, scalingIn(shaped.images));
  const stop = await watchForStop();
  const start = performance.now();
  const line = liveLine();
  let loss: LogisticLoss | undefined;
  try {
    line.update('logistic regression: preparing');
    loss = await logisticLoss(shaped, classes, async () => {
      await nextTurn();
      if (stop.pressed) throw stoppedError('before its first iteration');
    });
    const descent = await descend(loss, { maxIterations, tolerance }, stop, line);
    give(model, loss, descent);
    const fit = fitOf(descent, tolerance, (performance.now() - start) / 1000);
    const stopped = stop.pressed && !fit.converged;
    line.finish(stopped ? `stopped  ${facts(fit)}` : lastWord(fit, maxIterations, tolerance));
    if (stopped) throw stoppedError(`after iteration ${fit.iterations}`);
    return fit;
  } finally {
    loss?.dispose();
    tf.dispose([shaped.images, shaped.labels]);
    stop.release();
  }
}

/** How far the descent came; its last place is the lowest. */
interface Descent {
  readonly last: Place<LogisticEvaluation>;
  readonly rows: readonly HistoryRow[];
}

async function descend(
  loss: LogisticLoss,
  { maxIterations, tolerance }: Required<LogisticOptions>,
  stop: StopButton,
  line: LiveLine,
): Promise<Descent> {
  const zeros = new Float64Array(loss.size);
  let last: Place<LogisticEvaluation> = { point: zeros, evaluation: loss.at(zeros) };
  const rows: HistoryRow[] = [];
  for (const place of lbfgs(loss.at, last)) {
    last = place;
    const { evaluation } = place;
    rows.push(rowOf(rows.length + 1, evaluation));
    line.update(`iteration ${rows.length}  ${figures(evaluation)}`);
    // Node delivers Stop, and Jupyter its messages, only between two turns.
    await nextTurn();
    if (evaluation.steepest <= tolerance || rows.length >= maxIterations || stop.pressed) break;
  }
  return { last, rows };
}

function rowOf(epoch: number, { loss, accuracy }: LogisticEvaluation): HistoryRow {
  return { epoch, split: 'train', loss, accuracy };
}

function give(model: tf.LayersModel, loss: LogisticLoss, { last, rows }: Descent): void {
  const weights = loss.weightsAt(last.point);
  model.setWeights(weights);
  tf.dispose(weights);
  keepHistory(model, rows);
}

function fitOf({ last, rows }: Descent, tolerance: number, seconds: number): LogisticFit {
  const { loss, accuracy, steepest, value } = last.evaluation;
  const converged = steepest <= tolerance;
  return {
    converged,
    iterations: rows.length,
    loss,
    penalizedLoss: value,
    accuracy,
    steepest,
    seconds,
  };
}

function lastWord(fit: LogisticFit, maxIterations: number, tolerance: number): string {
  if (fit.converged) return `converged  ${facts(fit)}`;
  const cure =
    fit.iterations < maxIterations
      ? 'take a larger tolerance'
      : `raise maxIterations above ${maxIterations}`;
  return `not converged  ${facts(fit)}, but ${tolerance} was wanted: ${cure}`;
}

function facts(fit: LogisticFit): string {
  return `${fit.iterations} iterations  ${fit.seconds.toFixed(1)} s  ${figures(fit)}`;
}

function figures({ loss, accuracy, steepest }: Omit<LogisticEvaluation, 'value' | 'gradient'>) {
  const slope = steepest.toExponential(1);
  return `loss ${loss.toFixed(4)} accuracy ${accuracy.toFixed(4)} steepest slope ${slope}`;
}
