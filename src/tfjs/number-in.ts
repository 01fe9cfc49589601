import type * as tf from '@tensorflow/tfjs-node';
import { at } from '../checks/at';

/** The one number of a tensor such as a loss or a sum. */
export function numberIn(tensor: tf.Tensor): number {
  return at(tensor.dataSync(), 0);
}
