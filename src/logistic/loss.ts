import * as tf from '@tensorflow/tfjs-node';
import type { Examples } from '../data/tensors';
import type { Evaluation } from './lbfgs';
import { whitening, type Pause } from './whitening';
import { numberIn } from '../tfjs/number-in';

/** The loss at one point and what a learner wants to know of it. */
export type LogisticEvaluation = Evaluation & {
  /** Mean cross-entropy over the examples, without the penalty. */
  readonly loss: number;
  readonly accuracy: number;
  /** The largest slope by any one weight; at the minimum all are 0. */
  readonly steepest: number;
};

/** The loss of a logistic regression on its examples, as a function of whitened weights. */
export interface LogisticLoss {
  /** How many numbers a point has. */
  readonly size: number;
  at(point: Float64Array): LogisticEvaluation;
  /** The point as weights of a softmax layer: kernel and bias. Dispose of them. */
  weightsAt(point: Float64Array): tf.Tensor[];
  dispose(): void;
}

/** Some of the examples: inputs with a column of ones for the bias, classes as ones and zeros. */
type Part = { readonly inputs: tf.Tensor2D; readonly truth: tf.Tensor };

/** So many rows fit the processor's cache between the two products that need them. */
const ROWS_A_PART = 2000;
const ROWS_OF_SAMPLE = 10000;

/**
 * Mean cross-entropy plus scikit-learn's penalty for `C` = 1: half the squared weights, biases
 * excepted, divided by the number of examples.
 */
export async function logisticLoss(
  examples: Examples,
  classes: number,
  pause: Pause,
): Promise<LogisticLoss> {
  const parts: Part[] = [];
  try {
    for (const part of partsOf(examples, classes)) {
      parts.push(part);
      await pause();
    }
    return lossOf(parts, await whiteningOf(parts, classes, pause), examples.labels.size, classes);
  } catch (error) {
    disposeParts(parts);
    throw error;
  }
}

async function whiteningOf(parts: Part[], classes: number, pause: Pause): Promise<tf.Tensor2D> {
  const sample = tf.tidy(() => sampleOf(parts));
  try {
    return await whitening(sample, classes, pause);
  } finally {
    sample.dispose();
  }
}

function disposeParts(parts: readonly Part[]): void {
  tf.dispose(parts.flatMap(({ inputs, truth }) => [inputs, truth]));
}

function lossOf(
  parts: readonly Part[],
  whiten: tf.Tensor2D,
  count: number,
  classes: number,
): LogisticLoss {
  const inputs = whiten.shape[0];
  const matrixAt = (point: Float64Array): tf.Tensor2D =>
    tf.matMul(tf.tensor2d(Float32Array.from(point), [classes, inputs]), whiten);
  return {
    size: classes * inputs,
    at: (point) => tf.tidy(() => evaluation(parts, matrixAt(point), whiten, count)),
    weightsAt: (point) =>
      tf.tidy(() => {
        const [kernel, bias] = tf.split(matrixAt(point).transpose(), [inputs - 1, 1]);
        return kernel && bias ? [kernel, bias.flatten()] : [];
      }),
    dispose() {
      whiten.dispose();
      disposeParts(parts);
    },
  };
}

function* partsOf({ images, labels }: Examples, classes: number): Generator<Part> {
  const count = labels.size;
  for (let start = 0; start < count; start += ROWS_A_PART) {
    yield tf.tidy(() => {
      const size = Math.min(ROWS_A_PART, count - start);
      const pixels: tf.Tensor2D = images.slice([start], [size]).reshape([size, -1]);
      return {
        inputs: tf.concat2d([pixels, tf.ones([size, 1])], 1),
        truth: tf.oneHot(labels.slice(start, size).toInt(), classes).toFloat(),
      };
    });
  }
}

/** Enough rows to tell the directions apart, taken evenly: the examples may be sorted. */
function sampleOf(parts: readonly Part[]): tf.Tensor2D {
  const share = Math.max(1, Math.floor((parts.length * ROWS_A_PART) / ROWS_OF_SAMPLE));
  return tf.concat(
    parts.map(({ inputs }) =>
      inputs.gather(tf.range(0, inputs.shape[0], share, 'int32') as tf.Tensor1D),
    ),
  );
}

function evaluation(
  parts: readonly Part[],
  weights: tf.Tensor2D,
  whiten: tf.Tensor2D,
  count: number,
): LogisticEvaluation {
  const counted = withoutBias(weights);
  let [loss, right] = [0, 0];
  let gradient: tf.Tensor = counted.clone();
  for (const part of parts) {
    const slopes = tf.tidy(() => {
      const scores = tf.matMul(part.inputs, weights, false, true);
      const logarithms = tf.logSoftmax(scores);
      loss -= numberIn(logarithms.mul(part.truth).sum());
      right += numberIn(scores.argMax(1).equal(part.truth.argMax(1)).sum());
      const mistakes = tf.exp(logarithms).sub(part.truth);
      return gradient.add(tf.matMul(mistakes, part.inputs, true, false));
    });
    gradient.dispose();
    gradient = slopes;
  }
  const slopes = gradient.div(count) as tf.Tensor2D;
  const penalty = numberIn(counted.square().sum()) / 2;
  return {
    value: (loss + penalty) / count,
    gradient: tf.matMul(slopes, whiten, false, true).dataSync() as Float32Array,
    loss: loss / count,
    accuracy: right / count,
    steepest: numberIn(slopes.abs().max()),
  };
}

/** The weights with zeros for the biases, which the penalty leaves alone. */
function withoutBias(weights: tf.Tensor2D): tf.Tensor2D {
  const [classes, inputs] = weights.shape;
  return weights.slice([0, 0], [classes, inputs - 1]).pad([
    [0, 0],
    [0, 1],
  ]);
}
