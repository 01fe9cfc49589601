import * as tf from '@tensorflow/tfjs-node';
import { fusedOptimizer } from '../graph/fused-optimizers';
import { innerModel } from '../../tfjs/internals';

/** Functions that the program knows, by the numbers under which wasm/activations.ts has them. */
const ACTIVATIONS: Readonly<Record<string, number>> = {
  linear: 0,
  relu: 1,
  leaky: 2,
  sigmoid: 3,
  tanh: 4,
};

/** What is applied to a layer's numbers, in this order. */
export type After =
  | { readonly kind: number; readonly alpha: number }
  | { readonly rate: number; readonly place: number };

/** One layer of weights, and what follows it up to the next. */
export interface DenseLayer {
  readonly kernel: tf.Variable;
  readonly bias: tf.Variable | undefined;
  readonly inputs: number;
  readonly outputs: number;
  readonly after: readonly After[];
}

interface Settings {
  readonly activation?: string;
  readonly alpha?: number;
  readonly rate?: number;
  readonly noiseShape?: unknown;
  readonly [name: string]: unknown;
}

/** What a dense layer must not have, because the program does not know it. */
const WITHOUT = [
  'kernelRegularizer',
  'biasRegularizer',
  'activityRegularizer',
  'kernelConstraint',
  'biasConstraint',
];

/**
 * A network as the program trains it: dense layers one after the other, softmax and sparse
 * cross-entropy at the end. Undefined for any other, which trains step by step.
 */
export function denseLayers(model: tf.LayersModel): DenseLayer[] | undefined {
  const inner = innerModel(model);
  const measures = model.metricsNames.join();
  const fits =
    model instanceof tf.Sequential &&
    inner.loss === 'sparseCategoricalCrossentropy' &&
    ['loss', 'loss,acc'].includes(measures) &&
    fusedOptimizer(inner.optimizer) !== undefined &&
    new Set(model.layers).size === model.layers.length;
  if (!fits) return undefined;
  const layers = readLayers(model.layers);
  const weights = layers?.flatMap(({ kernel, bias }) => (bias ? [kernel, bias] : [kernel])) ?? [];
  const learning = inner.collectedTrainableWeights.map((weight) => weight.read());
  const all = weights.length === learning.length && weights.every((one, i) => one === learning[i]);
  return all ? layers : undefined;
}

function readLayers(given: readonly tf.layers.Layer[]): DenseLayer[] | undefined {
  const layers: (DenseLayer & { after: After[] })[] = [];
  let dropouts = 0;
  for (const [at, layer] of given.entries()) {
    const settings = layer.getConfig() as Settings;
    const last = layers.at(-1);
    const kind = layer.getClassName();
    if (kind === 'Flatten' && !last) continue;
    if (kind === 'Dense') {
      const read = readDense(layer, settings, at === given.length - 1);
      if (!read) return undefined;
      layers.push(read);
    } else if (last?.after.some(needsItsResults)) {
      return undefined;
    } else if (kind === 'LeakyReLU' && last) {
      last.after.push({ kind: activation('leaky'), alpha: settings.alpha ?? NaN });
    } else if (kind === 'Dropout' && last && !settings.noiseShape) {
      last.after.push({ rate: settings.rate ?? NaN, place: dropouts++ });
    } else return undefined;
  }
  return given.at(-1)?.getClassName() === 'Dense' ? layers : undefined;
}

function readDense(
  layer: tf.layers.Layer,
  settings: Settings,
  isLast: boolean,
): (DenseLayer & { after: After[] }) | undefined {
  const [kernel, bias] = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const name = settings.activation ?? 'linear';
  const known = isLast ? name === 'softmax' : name in ACTIVATIONS && name !== 'leaky';
  const input = layer.input as tf.SymbolicTensor;
  if (!kernel || !known || input.rank !== 2 || WITHOUT.some((other) => settings[other])) {
    return undefined;
  }
  const [inputs, outputs] = kernel.shape as [number, number];
  const after = isLast || name === 'linear' ? [] : [{ kind: activation(name), alpha: 0 }];
  return { kernel, bias, inputs, outputs, after };
}

/** Its slopes follow from its own results, so nothing may come after it in the same layer. */
function needsItsResults(after: After): boolean {
  return 'kind' in after && after.kind >= activation('sigmoid');
}

function activation(name: string): number {
  return ACTIVATIONS[name] ?? NaN;
}
