import * as tf from '@tensorflow/tfjs-node';
import { isFinite } from './finite';
import { innerModel } from '../tfjs/internals';

/** Stops with one clear sentence where a model cannot be trained. */
export function checkModel(model: tf.LayersModel): void {
  // From JavaScript anything may come, whatever the type says.
  if (!((model as unknown) instanceof tf.LayersModel)) {
    throw new Error('train takes a model first: train(model, examples, { epochs: 20 }).');
  }
  if (isDisposed(model)) {
    throw new Error('This model was disposed of; run the cell that builds it again.');
  }
  if ((model.optimizer as tf.Optimizer | undefined) === undefined) {
    throw new Error(
      'Compile the model before training: model.compile({ optimizer, loss, metrics }).',
    );
  }
  checkParts(model);
  if (model.weights.some((weight) => !isFinite(weight.read()))) {
    throw new Error(
      'The model has weights that are NaN or infinite, from an earlier training that went astray; ' +
        'run the cell that builds it again.',
    );
  }
}

function isDisposed(model: tf.LayersModel): boolean {
  try {
    return model.weights.some((weight) => weight.read().isDisposed);
  } catch {
    // tfjs throws on reading what it has disposed of.
    return true;
  }
}

function checkParts(model: tf.LayersModel): void {
  const { inputs, outputs, lossFunctions, collectedTrainableWeights } = innerModel(model);
  if (inputs.length !== 1 || outputs.length !== 1) {
    throw new Error(
      `train takes models with one input and one output; this one has ${inputs.length} and ` +
        `${outputs.length}. Train it with model.fit([first, second], labels, { epochs: 20 }).`,
    );
  }
  if (typeof lossFunctions[0] !== 'function') {
    throw new Error(
      'The model was compiled without a loss for its output; name one: ' +
        "model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics }).",
    );
  }
  if (collectedTrainableWeights.length === 0) {
    throw new Error(
      'The model has no weights to train: give it a layer that has some, such as ' +
        'tf.layers.dense, and compile it after setting trainable.',
    );
  }
}
