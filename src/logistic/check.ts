import type * as tf from '@tensorflow/tfjs-node';
import type { Examples } from '../data/tensors';

/** Stops with one clear sentence unless the model is a logistic regression for these labels. */
export function checkLogistic(model: tf.LayersModel, { labels }: Examples): number {
  const trained = model.layers.filter((layer) => layer.countParams() > 0);
  const activation = trained[0]?.getConfig()['activation'];
  const classes = model.outputs[0]?.shape[1] ?? 0;
  if (trained.length !== 1 || activation !== 'softmax' || model.weights.length !== 2) {
    throw new Error(
      'trainLogistic trains a model of one softmax layer, as logisticNetwork() builds it; ' +
        'any other model goes to train.',
    );
  }
  const wrong = labels
    .dataSync()
    .find((label) => !Number.isInteger(label) || label < 0 || label >= classes);
  if (wrong !== undefined) {
    throw new Error(`Label ${wrong} is none of the model's classes 0 to ${classes - 1}.`);
  }
  return classes;
}
