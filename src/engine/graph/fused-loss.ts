import * as tf from '@tensorflow/tfjs-node';
import {
  callKernel,
  FLOAT,
  hasNativeKernels,
  INT,
  linearActivation,
  typeSetting,
  type InnerModel,
} from '../../tfjs/internals';
import { lastOf } from '../../checks/at';

/** The kernel that computes softmax, cross-entropy and its gradient in one go. */
const FUSED = 'SparseSoftmaxCrossEntropyWithLogits';

/**
 * Lets a softmax output and its sparse cross-entropy be computed by one kernel, as Keras does:
 * quicker, and exact where a probability is too small for a float. Lasts until the returned
 * function is called; a model that ends otherwise stays as it is.
 */
export function fuseLoss(model: InnerModel): () => void {
  const output = model.layers.at(-1);
  const softmax = output?.activation;
  const fits =
    model.loss === 'sparseCategoricalCrossentropy' &&
    output?.getClassName() === 'Dense' &&
    softmax?.getClassName() === 'softmax';
  if (!fits) return () => undefined;
  const { lossFunctions } = model;
  output.activation = linearActivation();
  model.lossFunctions = [(truth, logits) => crossEntropy(logits, truth.flatten().toInt())];
  return () => {
    output.activation = softmax;
    model.lossFunctions = lossFunctions;
  };
}

function crossEntropy(logits: tf.Tensor, truth: tf.Tensor): tf.Tensor {
  const fused = tf.customGrad((...args) => {
    const [scores, classes, save] = args as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const { shape } = classes;
    const [value, slope] = hasNativeKernels() ? byKernel(scores, classes) : byHand(scores, classes);
    save([slope]);
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [
        dy.expandDims(1).mul(saved[0] ?? dy),
        tf.zeros(shape, 'int32'),
      ],
    };
  });
  return fused(logits, truth);
}

type LossAndSlope = [loss: tf.Tensor, slope: tf.Tensor];

function byKernel(scores: tf.Tensor, classes: tf.Tensor): LossAndSlope {
  const types = [typeSetting('T', FLOAT), typeSetting('Tlabels', INT)];
  return callKernel(FUSED, types, [scores, classes], 2) as LossAndSlope;
}

/** The same where TensorFlow is not at hand. */
function byHand(scores: tf.Tensor, classes: tf.Tensor): LossAndSlope {
  const logs = tf.logSoftmax(scores);
  const truth = tf.oneHot(classes as tf.Tensor1D, lastOf(scores.shape)).toFloat();
  return [logs.mul(truth).sum(1).neg(), logs.exp().sub(truth)];
}
