import * as tf from '@tensorflow/tfjs-node';
import { backend, type InnerModel } from './internals';

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
  output.activation = linear();
  model.lossFunctions = [(truth, logits) => crossEntropy(logits, truth.flatten().toInt())];
  return () => {
    output.activation = softmax;
    model.lossFunctions = lossFunctions;
  };
}

function linear(): { getClassName(): string } {
  const layer = tf.layers.activation({ activation: 'linear' });
  return (layer as unknown as { activation: { getClassName(): string } }).activation;
}

function crossEntropy(logits: tf.Tensor, truth: tf.Tensor): tf.Tensor {
  const { binding } = backend();
  const types = [
    { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'Tlabels', type: binding.TF_ATTR_TYPE, value: binding.TF_INT32 },
  ];
  const fused = tf.customGrad((...args) => {
    const [scores, classes, save] = args as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const [loss, slope] = backend().executeMultipleOutputs(FUSED, types, [scores, classes], 2);
    if (!loss || !slope) throw new Error(`${FUSED} gave no gradient`);
    save([slope]);
    const { shape } = classes;
    return {
      value: loss,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [
        dy.expandDims(1).mul(saved[0] ?? slope),
        tf.zeros(shape, 'int32'),
      ],
    };
  });
  return fused(logits, truth);
}
