import * as tf from '@tensorflow/tfjs-node';
import { dilated } from './dilated';
import { normalize, type Normalization } from './normalize';

interface CallSettings {
  readonly training?: boolean;
}

interface Weight {
  read(): tf.Tensor;
}

/** What a layer of tfjs does, and the fields by which it does it. */
interface Workings extends Normalization {
  kernel?: Weight;
  dilationRate?: readonly number[];
  inputSpec: readonly object[];
  call(inputs: tf.Tensor | tf.Tensor[], settings: CallSettings): tf.Tensor;
  calculateLosses(): tf.Tensor[];
}

/** Makes a layer from a file train as in Keras, where tfjs does it otherwise or not at all. */
export function trainAsInKeras(layer: tf.layers.Layer): void {
  const workings = layer as unknown as Workings;
  leaveFrozenUnpunished(workings);
  switch (layer.getClassName()) {
    case 'BatchNormalization':
      return normalizeByHand(workings);
    case 'Conv2D':
      return dilateByHand(workings);
    case 'Flatten':
      // tfjs can, but refuses, to leave rows of numbers as they are.
      workings.inputSpec = [{ minNDim: 2 }];
  }
}

/** Keras adds the regularizers of weights that learn to the loss; tfjs those of frozen ones too. */
function leaveFrozenUnpunished(layer: Workings): void {
  const calculateLosses = layer.calculateLosses.bind(layer);
  layer.calculateLosses = () => (layer.trainable ? calculateLosses() : []);
}

/**
 * A frozen normalization goes by the mean and variance it has gathered, in training too; tfjs
 * does not know that. Nor can it learn through one without scale or centre, or along another
 * axis than the last.
 */
function normalizeByHand(layer: Workings): void {
  const call = layer.call.bind(layer);
  layer.call = (inputs, { training = false }) => {
    const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
    const lastAxis = [-1, input.rank - 1].includes(layer.axis);
    const usual = layer.trainable && layer.scale && layer.center && lastAxis;
    return usual ? call(inputs, { training }) : normalize(layer, input, training);
  };
}

/** tfjs cannot learn through a dilated kernel, but through one with zeros in the gaps. */
function dilateByHand(layer: Workings): void {
  const { dilationRate: rates = [] } = layer;
  if (rates.every((rate) => rate === 1)) return;
  const call = layer.call.bind(layer);
  layer.call = (inputs, settings) => {
    const { kernel } = layer;
    const read = () => dilated(kernel?.read() as tf.Tensor4D, rates);
    Object.assign(layer, { kernel: { read }, dilationRate: [1, 1] });
    try {
      return call(inputs, settings);
    } finally {
      Object.assign(layer, { kernel, dilationRate: rates });
    }
  };
}
