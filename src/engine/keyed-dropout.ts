import * as tf from '@tensorflow/tfjs-node';
import { currentSeed } from '../random/random';
import { callKernel, FLOAT, INT, typeSetting } from '../tfjs/internals';
import { stepsDone } from '../tfjs/optimizer-state';

/** The kernel that draws the same numbers again for the same two keys. */
export const KEYED_RANDOM = 'StatelessRandomUniform';

/** Numbers that are far apart for neighbouring layers. */
const LAYER_STRIDE = 0x9e3779b1;

type Call = (inputs: tf.Tensor | tf.Tensor[], settings: { training?: boolean }) => unknown;

interface DropoutLayer {
  readonly rate: number;
  getNoiseShape(input: tf.Tensor): tf.Shape | null | undefined;
  call: Call;
}

/**
 * Makes the Dropout layers of a model draw by seed and step instead of by what was drawn
 * before, so that a resumed training drops the same units as an uninterrupted one. Lasts
 * until the returned function is called.
 */
export function keyDropout(model: tf.LayersModel): () => void {
  const layers = model.layers.filter((layer) => layer.getClassName() === 'Dropout');
  const dropouts = layers as unknown as DropoutLayer[];
  dropouts.forEach((layer, place) => {
    const key = (currentSeed() + (place + 1) * LAYER_STRIDE) | 0;
    layer.call = (inputs, { training }) => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      if (!training || layer.rate === 0) return input.clone();
      return tf.tidy(() => dropped(input, layer, [key, stepsDone(model.optimizer)]));
    };
  });
  // The method proper is on the prototype; this uncovers it again.
  return () => dropouts.forEach((layer) => delete (layer as Partial<DropoutLayer>).call);
}

/** The input with a share `rate` of its values set to 0 and the others raised to make up. */
function dropped(input: tf.Tensor, layer: DropoutLayer, keys: [number, number]): tf.Tensor {
  const shape = (layer.getNoiseShape(input) ?? input.shape) as number[];
  const kept = keyedUniform(shape, keys).greaterEqual(layer.rate).toFloat();
  return input.mul(kept).mul(1 / (1 - layer.rate));
}

/** Random numbers from 0 to 1 that depend on the two keys alone. */
function keyedUniform(shape: number[], keys: [number, number]): tf.Tensor {
  const types = [typeSetting('dtype', FLOAT), typeSetting('T', INT), typeSetting('Tseed', INT)];
  const [size, seed] = [tf.tensor1d(shape, 'int32'), tf.tensor1d(keys, 'int32')];
  const [numbers = size] = callKernel(KEYED_RANDOM, types, [size, seed]);
  return numbers;
}
