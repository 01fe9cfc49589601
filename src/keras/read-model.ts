import * as tf from '@tensorflow/tfjs-node';
import { isConfig, shown, type Config } from './fields';
import type { Arrays } from './hdf5';
import { namedConfig, type NamedConfig } from './initializers';
import { addTo, inLayer, layerEntries, textOf, type Building, type LayerEntry } from './read-layer';

/** Builds the model that Keras' config.json describes, with the weights of the file. */
export function buildModel(json: unknown, arrays: Arrays): tf.LayersModel {
  const building: Building = { arrays, layers: [] };
  try {
    return build(namedConfig(json), building);
  } catch (error) {
    // Half a model cannot be disposed of, its weights can.
    for (const layer of building.layers) for (const weight of layer.weights) weight.dispose();
    throw error;
  }
}

function build({ className, config }: NamedConfig, building: Building): tf.LayersModel {
  if (className === 'Sequential') return buildSequential(config, building);
  if (className === 'Functional' || className === 'Model') return buildFunctional(config, building);
  throw new Error(
    `it is a ${shown(className)}; nnlab opens Sequential and Functional models. ` +
      'In Keras, rebuild it with keras.Sequential',
  );
}

function buildSequential(config: Config, building: Building): tf.Sequential {
  const [first, ...rest] = layerEntries(config);
  const hasInput = first?.className === 'InputLayer';
  const shape = hasInput ? first.config['batch_shape'] : config['build_input_shape'];
  const model = tf.sequential({ name: textOf(config['name'], 'name') });
  let input: Config = { batchInputShape: batchShape(shape) };
  for (const entry of hasInput || !first ? rest : [first, ...rest]) {
    addTo(entry, building, input, (layer) => model.add(layer));
    input = {};
  }
  if (model.layers.length === 0) throw new Error('it has no layers');
  return model;
}

function buildFunctional(config: Config, building: Building): tf.LayersModel {
  const tensors = new Map<string, tf.SymbolicTensor>();
  for (const entry of layerEntries(config)) {
    if (entry.className === 'InputLayer') tensors.set(entry.name, inputOf(entry));
    else {
      addTo(entry, building, {}, (layer) => {
        const output = layer.apply(tensorAt(tensors, sourceOf(entry.inboundNodes)));
        tensors.set(entry.name, output as tf.SymbolicTensor);
      });
    }
  }
  const ends = (field: 'input' | 'output') =>
    endNames(config, field).map((name) => tensorAt(tensors, name));
  return tf.model({
    name: textOf(config['name'], 'name'),
    inputs: ends('input'),
    outputs: ends('output'),
  });
}

function inputOf(entry: LayerEntry): tf.SymbolicTensor {
  const batchInputShape = batchShape(entry.config['batch_shape']);
  return inLayer(entry, () => tf.input({ name: entry.name, batchShape: batchInputShape }));
}

/** The one layer this one gets its input from. */
function sourceOf(inboundNodes: unknown): string {
  const [node, second] = Array.isArray(inboundNodes) ? (inboundNodes as unknown[]) : [];
  if (second !== undefined) throw new Error('it is used in several places, which nnlab cannot');
  const args = isConfig(node) ? node['args'] : undefined;
  const [tensor, another] = Array.isArray(args) ? (args as unknown[]) : [];
  const config = isConfig(tensor) && another === undefined ? tensor['config'] : undefined;
  const history = isConfig(config) ? config['keras_history'] : undefined;
  if (!Array.isArray(history)) throw new Error('nnlab connects layers with one input each alone');
  return textOf((history as unknown[])[0], 'source');
}

/** Keras writes one end as ["in", 0, 0], several as a list of such; older files always a list. */
function endNames(config: Config, field: 'input' | 'output'): string[] {
  const value = config[`${field}_layers`];
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const ends = typeof list[0] === 'string' ? [list] : list;
  const names = ends.map((end) => textOf(Array.isArray(end) ? (end as unknown[])[0] : end, 'end'));
  if (names.length === 0) throw new Error(`it names no ${field}`);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw new Error(`it names its ${field} "${twice}" more than once`);
  return names;
}

function tensorAt(tensors: Map<string, tf.SymbolicTensor>, name: string): tf.SymbolicTensor {
  const tensor = tensors.get(name);
  if (tensor) return tensor;
  throw new Error(`it needs the output of ${shown(name)}, which does not come before it`);
}

function batchShape(value: unknown): tf.Shape {
  const fits = (size: unknown, i: number) =>
    (Number.isSafeInteger(size) && (size as number) > 0) || (size === null && i === 0);
  if (Array.isArray(value) && value.length > 0 && value.every(fits)) return value as tf.Shape;
  throw new Error(
    `its input shape is ${shown(value)}, not a list like [null, 28, 28]; ` +
      'in Keras, begin the model with keras.Input',
  );
}
