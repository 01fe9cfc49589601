import type * as tf from '@tensorflow/tfjs-node';
import type { InnerLayer } from './internals';

/** What the last layer applies to its numbers: softmax, sigmoid and so on. */
export function outputActivation(model: tf.LayersModel): string | undefined {
  const last = model.outputs[0]?.sourceLayer as unknown as InnerLayer | undefined;
  return last?.getClassName() === 'Softmax' ? 'softmax' : last?.activation?.getClassName();
}
