import * as tf from '@tensorflow/tfjs-node';
import { at } from '../checks/at';
import { trainAsInKeras } from '../tfjs/layers-as-in-keras';
import { isConfig, readFields, short, shown, type Config } from './fields';
import { MOST_LAYERS } from './format';
import type { Arrays } from './hdf5';
import { LAYERS } from './layers';
import { namedConfig, type NamedConfig } from './initializers';
import { useStoredWeights, weightPlaces } from './weights';

/** One layer as the file describes it. */
export interface LayerEntry {
  readonly className: string;
  readonly name: string;
  readonly config: Config;
  /** Where its input comes from, in a functional model. */
  readonly inboundNodes: unknown;
  readonly weights: string;
}

/** What a model is built from, and the layers built so far. */
export interface Building {
  readonly arrays: Arrays;
  readonly layers: tf.layers.Layer[];
}

/** The layers of a model, as the file lists them. */
export function layerEntries(config: Config): LayerEntry[] {
  const layers = config['layers'];
  if (!Array.isArray(layers)) throw new Error(`its layers are ${shown(layers)}, not a list`);
  if (layers.length > MOST_LAYERS) {
    throw new Error(`it has ${layers.length} layers, more than the ${MOST_LAYERS} nnlab opens`);
  }
  const named = (layers as unknown[]).map((layer, i) => ({ ...layerAt(layer, i), layer }));
  const places = weightPlaces(named.map(({ className }) => className));
  return named.map(({ className, config: settings, layer }, i) => ({
    className,
    name: layerName(settings['name']),
    config: settings,
    inboundNodes: (layer as Config)['inbound_nodes'],
    weights: at(places, i),
  }));
}

function layerAt(layer: unknown, place: number): NamedConfig {
  try {
    return namedConfig(layer);
  } catch (error) {
    throw new Error(`its layer ${place + 1} ${(error as Error).message}`);
  }
}

/** tfjs names weights after their layer, and takes no spaces or signs in names. */
function layerName(value: unknown): string {
  const name = textOf(value, 'layer name');
  if (/^[a-z0-9][-a-z0-9._/]*$/i.test(name)) return name;
  throw new Error(
    `TensorFlow.js cannot have a layer called ${shown(name)}; ` +
      'in Keras, give it a name of letters, digits, ".", "_" and "-"',
  );
}

/** Makes a layer and has it built, its weights coming from the file. */
export function addTo(
  entry: LayerEntry,
  { arrays, layers }: Building,
  input: Config,
  add: (layer: tf.layers.Layer) => void,
): void {
  inLayer(entry, () => {
    const layer = makeLayer(entry, input);
    trainAsInKeras(layer);
    layers.push(layer);
    const finished = useStoredWeights(layer, entry.weights, arrays);
    add(layer);
    finished();
  });
}

function makeLayer({ className, config }: LayerEntry, input: Config): tf.layers.Layer {
  const fields = Object.hasOwn(LAYERS, className) ? LAYERS[className] : undefined;
  const known = tf.serialization.SerializationMap.getMap().classNameMap[className];
  if (!fields || !known) {
    throw new Error(
      `nnlab does not know this kind of layer; it knows ${Object.keys(LAYERS).join(', ')}`,
    );
  }
  const { name, trainable = true, dtype, ...settings } = config;
  checkFloat32(dtype);
  const [layerClass, fromConfig] = known;
  const args = { name, trainable, ...input, ...readFields(fields, settings) };
  return fromConfig(layerClass, args as tf.serialization.ConfigDict) as tf.layers.Layer;
}

/** Newer versions of Keras write a whole policy where older ones wrote a word. */
function checkFloat32(dtype: unknown): void {
  const name = isConfig(dtype) && isConfig(dtype['config']) ? dtype['config']['name'] : dtype;
  if (name !== 'float32' && name !== null && name !== undefined) {
    throw new Error(`its dtype is ${shown(name)}; nnlab computes in float32 alone`);
  }
}

/** Lets an error begin with the layer it is about. */
export function inLayer<T>({ name, className }: LayerEntry, task: () => T): T {
  try {
    return task();
  } catch (error) {
    throw new Error(`layer "${short(name)}" (${short(className)}): ${(error as Error).message}`);
  }
}

export function textOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value.length > 0) return value;
  throw new Error(`its ${what} is ${shown(value)}, not a text`);
}
