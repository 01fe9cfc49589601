import type * as tf from '@tensorflow/tfjs-node';
import { initializeWeights } from '../tfjs/add-weight';
import type { Arrays, StoredArray } from './hdf5';

/**
 * Keras names the place of a layer's weights after its class, counting from the second on:
 * `layers/dense`, `layers/dense_1`. Takes the class names in the order of the layers.
 */
export function weightPlaces(classNames: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return classNames.map((className) => {
    const name = snakeCase(className);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return `layers/${before === 0 ? name : `${name}_${before}`}/vars`;
  });
}

/** As Keras does it: Conv2D is conv2d, LeakyReLU is leaky_re_lu. */
function snakeCase(name: string): string {
  return name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/**
 * Makes a layer take its weights from the file when tfjs builds it. What the config claims is
 * held against what the file holds first, so that no memory is taken for an empty promise.
 * The result is called after building, and tells whether anything is left over.
 */
export function useStoredWeights(
  layer: tf.layers.Layer,
  place: string,
  arrays: Arrays,
): () => void {
  let next = 0;
  const putBack = initializeWeights(layer, (name, shape) =>
    floats(arrays.get(`${place}/${next++}`), shape, `its ${name}`),
  );
  return () => {
    putBack();
    if (arrays.has(`${place}/${next}`)) {
      throw new Error(`takes ${next} arrays of weights, but the file holds more`);
    }
  };
}

/** The numbers of an array, if it has the wanted shape. */
export function floats(
  array: StoredArray | undefined,
  shape: readonly (number | null)[],
  what: string,
): Float32Array {
  if (!array) throw new Error(`${what} is missing in the file`);
  if (!(array.data instanceof Float32Array)) {
    throw new Error(`${what} is not stored as float32, the only type nnlab reads`);
  }
  if (!sameShape(array.shape, shape)) {
    const [wanted, held] = [shape, array.shape].map((sizes) => `[${sizes.join(', ')}]`);
    throw new Error(`${what} should have the shape ${wanted}, but the file holds ${held}`);
  }
  return array.data;
}

function sameShape(a: readonly number[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}

/** The weights of all layers, where Keras looks for them. */
export function layerArrays(layers: readonly tf.layers.Layer[]): Arrays {
  const places = placesOf(layers);
  const arrays: Arrays = new Map();
  for (const [i, layer] of layers.entries()) {
    for (const [k, weight] of layer.getWeights().entries()) {
      arrays.set(`${places[i]}/${k}`, { shape: weight.shape, data: weight.dataSync<'float32'>() });
    }
  }
  return arrays;
}

/** Older versions of Keras 3 want a place for the model itself and for every layer. */
export function placesWanted(layers: readonly tf.layers.Layer[]): string[] {
  return ['vars', ...placesOf(layers)];
}

function placesOf(layers: readonly tf.layers.Layer[]): string[] {
  return weightPlaces(layers.map((layer) => layer.getClassName()));
}
