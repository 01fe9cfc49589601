import * as tf from '@tensorflow/tfjs-node';
import type { OtherRange, Scaling } from '../results/scaling';
import { numberIn } from '../tfjs/number-in';

/** How grey values of 0-255 became these numbers, as far as the numbers show. */
export function scalingIn(images: tf.Tensor): Scaling | OtherRange {
  const [from = NaN, to = NaN] = tf.tidy(() => [images.min(), images.max()].map(numberIn));
  if (from >= 0 && to <= 1) return 'divide by 255';
  return from >= 0 && to <= 255 ? 'none' : { from, to };
}
