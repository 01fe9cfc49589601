import * as tf from '@tensorflow/tfjs-node';
import { currentSeed } from '../random/random';
import { keyedFractions } from '../random/philox';
import { callKernel, FLOAT, hasNativeKernels, INT, typeSetting } from '../tfjs/internals';
import { dropoutLayers, replaceDropping, type Dropout } from '../tfjs/dropout';
import { stepsDone } from '../tfjs/optimizer-state';

/** The kernel that draws the same numbers again for the same two keys. */
export const KEYED_RANDOM = 'StatelessRandomUniform';

/** Numbers that are far apart for neighbouring layers. */
export const LAYER_STRIDE = 0x9e3779b1;

/**
 * Makes the Dropout layers of a model draw by seed and step instead of by what was drawn
 * before, so that a resumed training drops the same units as an uninterrupted one. Lasts
 * until the returned function is called.
 */
export function keyDropout(model: tf.LayersModel): () => void {
  const undo = dropoutLayers(model).map((layer, place) => {
    const key = (currentSeed() + (place + 1) * LAYER_STRIDE) | 0;
    return replaceDropping(layer, (input, dropout) =>
      tf.tidy(() => dropped(input, dropout, [key, stepsDone(model.optimizer)])),
    );
  });
  return () => undo.forEach((putBack) => putBack());
}

/** The input with a share `rate` of its values set to 0 and the others raised to make up. */
function dropped(input: tf.Tensor, dropout: Dropout, keys: [number, number]): tf.Tensor {
  const kept = keyedUniform(dropout.noiseShape(input), keys).greaterEqual(dropout.rate).toFloat();
  return input.mul(kept).mul(1 / (1 - dropout.rate));
}

/** Random numbers from 0 to 1 that depend on the two keys alone; the same ones by either way. */
function keyedUniform(shape: number[], keys: [number, number]): tf.Tensor {
  if (!hasNativeKernels()) return tf.tensor(keyedFractions(sizeOf(shape), keys), shape);
  const types = [typeSetting('dtype', FLOAT), typeSetting('T', INT), typeSetting('Tseed', INT)];
  const [size, seed] = [tf.tensor1d(shape, 'int32'), tf.tensor1d(keys, 'int32')];
  const [numbers = size] = callKernel(KEYED_RANDOM, types, [size, seed]);
  return numbers;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
