import * as tf from '@tensorflow/tfjs-node';

/** What tfjs calls to make a weight of a layer while building it. */
type AddWeight = (
  name: string,
  shape: tf.Shape,
  dtype: tf.DataType | undefined,
  initializer: unknown,
  ...more: unknown[]
) => unknown;

/** Gives a layer's weights their first numbers, until the returned function is called. */
export function initializeWeights(
  layer: tf.layers.Layer,
  first: (name: string, shape: tf.Shape) => Float32Array,
): () => void {
  const target = layer as unknown as { addWeight?: AddWeight };
  const build = (target.addWeight as AddWeight).bind(layer);
  target.addWeight = (name, shape, dtype, _initializer, ...more) => {
    const values = first(name, shape);
    const given = { apply: () => tf.tensor(values, shape as number[]) };
    return build(name, shape, dtype, given, ...more);
  };
  // The method proper is on the prototype; this uncovers it again.
  return () => delete target.addWeight;
}
