import type * as tf from '@tensorflow/tfjs-node';

/**
 * The layers of a network in words, each with its activation, however that was written:
 * `['flatten', 'dense 128 relu', 'dense 64 leakyReLU 0.1', 'dense 10 softmax']`.
 * @example
 * ```ts
 * import { dense128, layersOf } from 'nnlab';
 * console.log(layersOf(dense128()));
 * ```
 */
export function layersOf(model: tf.LayersModel): string[] {
  const words: string[] = [];
  for (const layer of model.layers) {
    const activation = activationAlone(layer);
    const before = words.at(-1);
    // An activation that is a layer of its own belongs to the dense layer before it.
    if (activation && before && /^dense \d+$/.test(before)) {
      words[words.length - 1] = `${before} ${activation}`;
    } else if (layer.getClassName() !== 'InputLayer') words.push(activation ?? inWords(layer));
  }
  return words;
}

/**
 * The optimizer of a model, or an optimizer itself, with its learning rate: `'RMSProp 0.001'`.
 * @example
 * ```ts
 * import { dense128, optimizerOf } from 'nnlab';
 * const model = dense128();
 * model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
 * console.log(optimizerOf(model));
 * ```
 */
export function optimizerOf(given: tf.LayersModel | tf.Optimizer): string {
  const optimizer = 'layers' in given ? (given.optimizer as tf.Optimizer | undefined) : given;
  if (!optimizer) return 'none: the model is not compiled';
  const rate = optimizer.getConfig()['learningRate'];
  return `${optimizer.getClassName()} ${rounded(rate)}`;
}

function activationAlone(layer: tf.layers.Layer): string | undefined {
  const config = layer.getConfig();
  switch (layer.getClassName()) {
    case 'Activation':
      return String(config['activation']);
    case 'ReLU':
      return 'relu';
    case 'LeakyReLU':
      return `leakyReLU ${rounded(config['alpha'])}`;
    case 'Softmax':
      return 'softmax';
    default:
      return undefined;
  }
}

function inWords(layer: tf.layers.Layer): string {
  const name = layer.getClassName();
  const config = layer.getConfig();
  if (name === 'Dropout') return `dropout ${rounded(config['rate'])}`;
  if (name === 'Reshape' && layer.outputShape.length === 2) return 'flatten';
  if (name !== 'Dense') return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const activation = config['activation'];
  return `dense ${config['units']}${activation === 'linear' ? '' : ` ${activation}`}`;
}

/** 0.001 is written 0.001, also where it has gone through a 32-bit number. */
function rounded(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}
