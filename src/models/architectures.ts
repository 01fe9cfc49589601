import * as tf from '@tensorflow/tfjs-node';

const CLASSES = 10;

function network(...layers: tf.layers.Layer[]): tf.Sequential {
  return tf.sequential({ layers });
}

function softmaxOutput(): tf.layers.Layer {
  return tf.layers.dense({ units: CLASSES, activation: 'softmax' });
}

/** The image as one long row: 28 x 28 grey values become 784 inputs. */
function flattenedImage(): tf.layers.Layer {
  return tf.layers.flatten({ inputShape: [28, 28] });
}

/**
 * 784-128-10 for images that are rows of 784 numbers already: 101,770 parameters.
 * @example
 * ```ts
 * import { dense128, modelSummary, show } from 'nnlab';
 * show(modelSummary(dense128()));
 * ```
 */
export function dense128(): tf.Sequential {
  return network(
    tf.layers.dense({ inputShape: [784], units: 128, activation: 'relu' }),
    softmaxOutput(),
  );
}

/**
 * 784-128-10 for images of 28 x 28: 101,770 parameters.
 * @example
 * ```ts
 * import { flatten128, modelSummary, show } from 'nnlab';
 * show(modelSummary(flatten128()));
 * ```
 */
export function flatten128(): tf.Sequential {
  return network(
    flattenedImage(),
    tf.layers.dense({ units: 128, activation: 'relu' }),
    softmaxOutput(),
  );
}

/**
 * 784-128-10 that drops a fifth of the hidden units in training: 101,770 parameters.
 * @example
 * ```ts
 * import { dropout128, modelSummary, show } from 'nnlab';
 * show(modelSummary(dropout128()));
 * ```
 */
export function dropout128(): tf.Sequential {
  return network(
    flattenedImage(),
    tf.layers.dense({ units: 128, activation: 'relu' }),
    tf.layers.dropout({ rate: 0.2 }),
    softmaxOutput(),
  );
}

/**
 * 784-100-75-10, two hidden layers: 86,835 parameters.
 * @example
 * ```ts
 * import { dense100x75, modelSummary, show } from 'nnlab';
 * show(modelSummary(dense100x75()));
 * ```
 */
export function dense100x75(): tf.Sequential {
  return network(
    flattenedImage(),
    tf.layers.dense({ units: 100, activation: 'relu' }),
    tf.layers.dense({ units: 75, activation: 'relu' }),
    softmaxOutput(),
  );
}

/**
 * 784-128-64-10 with LeakyReLU of slope 0.1: 109,386 parameters.
 * @example
 * ```ts
 * import { leaky128x64, modelSummary, show } from 'nnlab';
 * show(modelSummary(leaky128x64()));
 * ```
 */
export function leaky128x64(): tf.Sequential {
  return network(
    flattenedImage(),
    tf.layers.dense({ units: 128 }),
    tf.layers.leakyReLU({ alpha: 0.1 }),
    tf.layers.dense({ units: 64 }),
    tf.layers.leakyReLU({ alpha: 0.1 }),
    softmaxOutput(),
  );
}

/**
 * Logistic regression as a network without hidden layer: 7,850 parameters.
 * @example
 * ```ts
 * import { logisticNetwork, modelSummary, show } from 'nnlab';
 * show(modelSummary(logisticNetwork()));
 * ```
 */
export function logisticNetwork(): tf.Sequential {
  return network(tf.layers.dense({ inputShape: [784], units: CLASSES, activation: 'softmax' }));
}
